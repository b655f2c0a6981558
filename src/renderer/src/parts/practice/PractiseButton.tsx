import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/useCommand';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';

interface Props {
  /** Where nobody works yet there is nothing to stop, and nothing to ask. */
  readonly asks: boolean;
  readonly tone: 'primary' | 'quiet';
}

/** The way in to a practice day. A clinic stands still meanwhile, so it asks. */
export function PractiseButton({ asks, tone }: Props) {
  const { t } = useTranslation(['home', 'common']);
  const [asking, setAsking] = useState(false);
  const { busy, runBare } = useCommand();

  async function enter(): Promise<void> {
    setAsking(false);
    await runBare('practice.enter', {});
  }

  return (
    <>
      <Button
        tone={tone}
        {...(tone === 'primary' ? { size: 'large' as const } : {})}
        busy={busy}
        onPress={() => (asks ? setAsking(true) : void enter())}
        data-testid="home-practise"
      >
        {t('practise')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('practiseTitle')}
          text={t('practiseText')}
          yes={t('practise')}
          no={t('stay')}
          onYes={() => void enter()}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  );
}
