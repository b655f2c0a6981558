import { useTranslation } from 'react-i18next';
import { Alert } from '../../ui/Alert';
import { usePrinterTrouble } from './usePrinterTrouble';

/** Said before the token is taken, so that nobody waits at the printer: the token is issued all the same. */
export function PrinterAlert() {
  const { t } = useTranslation('kiosk');
  const trouble = usePrinterTrouble();
  if (trouble === null) return null;
  return (
    <Alert
      tone="warn"
      icon="printer"
      className="portrait:text-lead"
      testId="kiosk-printer-trouble"
      title={t(`printer.${trouble}`)}
      text={t(`printer.${trouble}Text`)}
    />
  );
}
