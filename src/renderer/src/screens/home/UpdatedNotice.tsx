import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../data/query';
import { useCommand } from '../../data/useCommand';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';

/** At the first start of another version, for whoever may go back to the one before. */
export function UpdatedNotice() {
  const { t } = useTranslation('updates');
  const status = useCall('updates.status', {}).value;
  const { busy, runBare } = useCommand();
  const [isRead, setRead] = useState(false);
  if (status == null || !status.isNew || status.cameFrom === null || isRead) return null;
  return (
    <Alert
      tone="info"
      title={t('updated.title', { version: status.installed, before: status.cameFrom })}
      text={t('updated.text')}
      testId="home-updated"
    >
      <div className="mt-2 flex flex-wrap gap-3">
        <Button onPress={() => setRead(true)} data-testid="home-updated-read">
          {t('updated.read')}
        </Button>
        <Button
          busy={busy}
          onPress={() => void runBare('windows.open', { screen: 'admin', section: 'updates' })}
          data-testid="home-updated-settings"
        >
          {t('updated.settings')}
        </Button>
      </div>
    </Alert>
  );
}
