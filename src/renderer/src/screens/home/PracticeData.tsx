import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/useCommand';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';

/** An earlier version made the practice day of the clinic's own data: whoever is caught in it chooses the way out. */
export function PracticeData({ canSetAside }: { readonly canSetAside: boolean }) {
  const { t } = useTranslation('home');
  const [asking, setAsking] = useState(false);
  const { busy, runBare } = useCommand();

  async function settle(keep: boolean): Promise<void> {
    setAsking(false);
    await runBare('practice.settle', { keep });
  }

  return (
    <section
      aria-labelledby="practice-data"
      data-testid="home-practice-data"
      className="mx-auto mb-6 flex w-full max-w-5xl flex-col gap-3 rounded-card bg-warn-soft p-5 text-warn"
    >
      <h2 id="practice-data" className="text-lead font-bold">
        {t('oldTitle')}
      </h2>
      <p className="text-pretty">{t('oldText')}</p>
      <div className="flex flex-wrap gap-3">
        <Button busy={busy} onPress={() => void settle(true)} data-testid="home-practice-keep">
          {t('oldKeep')}
        </Button>
        {canSetAside && (
          <Button busy={busy} onPress={() => setAsking(true)} data-testid="home-practice-aside">
            {t('oldAside')}
          </Button>
        )}
      </div>
      {asking && (
        <ConfirmDialog
          title={t('asideTitle')}
          text={t('asideText')}
          yes={t('oldAside')}
          no={t('stay')}
          onYes={() => void settle(false)}
          onNo={() => setAsking(false)}
        />
      )}
    </section>
  );
}
