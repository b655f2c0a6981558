import { useTranslation } from 'react-i18next';
import { clinicNow } from '../../../data/clock';
import { askAgain, useCall } from '../../../data/query';
import { useCommand } from '../../../data/useCommand';
import { momentText } from '../../../i18n/format';
import { sayMade } from '../../../parts/backups/made';
import { FolderLine } from '../../../parts/FolderLine';
import { closeOverlay, show } from '../../../stores/deskView';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { Overlay } from '../../../ui/Overlay';
import { isApart } from './printers';
import { SlipList } from './SlipList';
import { StationLine } from './StationLine';

/** Printers and backup: how they stand, the slips that did not come out, and a way to mend each. */
export function PrinterPanel({ timeZone }: { readonly timeZone: string }) {
  const { t } = useTranslation(['desk', 'slips', 'shown', 'backups', 'common']);
  const { value } = useCall('printers.status', {});
  const { busy, runBare } = useCommand();

  async function backUp(): Promise<void> {
    await runBare('backups.make', {}, { after: sayMade });
    askAgain('printers.status');
  }

  return (
    <Overlay
      title={t('station.title')}
      closeLabel={t('dialog.close')}
      place="side"
      testId="desk-station-panel"
      onClose={closeOverlay}
    >
      {value !== undefined && (
        <>
          <ul className="flex flex-col gap-2">
            <StationLine name="desk" printer={value.printers.desk} timeZone={timeZone} />
            {isApart(value.printers) && (
              <StationLine name="kiosk" printer={value.printers.kiosk} timeZone={timeZone} />
            )}
          </ul>
          <SlipList status={value} timeZone={timeZone} />
        </>
      )}
      <h3 className="mt-3 font-bold">{t('station.backup')}</h3>
      {value?.backupWarning != null && (
        <Alert
          tone={value.backupWarning === 'none_yet' ? 'info' : 'warn'}
          title={t(`backups:warning.${value.backupWarning}`)}
          text={t(`backups:help.${value.backupWarning}`)}
          testId="desk-backup-warning"
        />
      )}
      <p>
        {value?.lastBackupAt == null
          ? t('station.noBackup')
          : momentText(value.lastBackupAt, timeZone, clinicNow())}
      </p>
      <FolderLine folder="backups" />
      <Button busy={busy} className="self-start" onPress={() => void backUp()} data-testid="desk-backup">
        {t('station.backUpNow')}
      </Button>
      <h3 className="mt-3 font-bold">{t('shown:desk.title')}</h3>
      <p className="text-pretty">{t('shown:desk.text')}</p>
      <Button
        className="self-start"
        onPress={() => show({ kind: 'shownDoctors' })}
        data-testid="desk-choose-doctors"
      >
        {t('shown:choose')}
      </Button>
      <PrintingButton />
    </Overlay>
  );
}

/** Where printers are chosen and tried. */
function PrintingButton() {
  const { runBare } = useCommand();
  const { t } = useTranslation(['desk', 'slips', 'common']);
  return (
    <Button
      icon="settings"
      className="mt-3 self-start"
      data-testid="desk-open-settings"
      onPress={() => void runBare('windows.open', { screen: 'admin' })}
    >
      {t('slips:settings')}
    </Button>
  );
}
