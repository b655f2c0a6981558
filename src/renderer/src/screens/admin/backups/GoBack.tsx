import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../../../data/status';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../ui/Button';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { SettingGroup } from '../../../ui/Setting';

/** To the copies, with the data closed: only where they lie, and never of a practice day. */
export function GoBack() {
  const { t } = useTranslation('backups');
  const status = useStatus();
  const { busy, runBare } = useCommand();
  const [asking, setAsking] = useState(false);
  if (status === null || !status.canPractise || status.practice) return null;
  return (
    <SettingGroup title={t('goBack.title')} text={t('goBack.text')}>
      <Button className="self-start" busy={busy} onPress={() => setAsking(true)} data-testid="backup-go-back">
        {t('goBack.open')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('goBack.sure')}
          text={t('goBack.sureText')}
          yes={t('goBack.yes')}
          no={t('goBack.no')}
          onYes={() => {
            setAsking(false);
            void runBare('backups.goBack', {});
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </SettingGroup>
  );
}
