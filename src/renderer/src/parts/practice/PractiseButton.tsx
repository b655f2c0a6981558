import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { useLock } from '../../data/useLock';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { sayError } from '../../ui/toasts';

interface Props {
  /** Where nobody works yet there is nothing to stop, and nothing to ask. */
  readonly asks: boolean;
  readonly tone: 'primary' | 'quiet';
}

/** The way in to a practice day. A clinic stands still meanwhile, so it asks. */
export function PractiseButton({ asks, tone }: Props) {
  const { t } = useTranslation(['home', 'common']);
  const [asking, setAsking] = useState(false);
  const { busy, run } = useLock();

  async function enter(): Promise<void> {
    setAsking(false);
    const answer = await run(() => call('practice.enter', {}));
    if (answer !== null && !answer.ok) sayError(answer.error);
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
