import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Notice';
import { usePrinterTrouble } from './usePrinterTrouble';

/** Said before the token is taken, so that nobody waits at the printer: the token is issued all the same. */
export function PrinterNotice() {
  const { t } = useTranslation('kiosk');
  const trouble = usePrinterTrouble();
  if (trouble === null) return null;
  return (
    <Notice
      tone="warn"
      icon="printer"
      className="portrait:text-lead"
      testId="kiosk-printer-trouble"
      title={t(`printer.${trouble}`)}
      text={t(`printer.${trouble}Text`)}
    />
  );
}
