import { useTranslation } from 'react-i18next';
import type { SystemPrinter } from '../../../../shared/model/print-job';
import type { StationName } from '../../../../shared/model/print-settings';
import { Alert } from '../../ui/Alert';
import { FolderLine } from '../FolderLine';

interface Props {
  readonly station: StationName;
  /** null: the system's default. */
  readonly printer: string | null;
  readonly found: readonly SystemPrinter[];
}

/** What is to be known of the choice: that it is gone, prints on no paper, or is none at all. */
export function PrinterNotice({ station, printer, found }: Props) {
  const { t } = useTranslation('printing');
  if (printer !== null) return <ChosenNotice station={station} printer={printer} found={found} />;
  const usual = found.find(({ isDefault }) => isDefault);
  if (usual?.makes === 'paper') return null;
  const [title, text, testId] =
    found.length === 0
      ? [t('printer.nothing'), t('printer.nothingText'), 'nothing']
      : usual === undefined
        ? [t('printer.noUsual'), t('printer.noUsualText'), 'no-usual']
        : [t('printer.usualNoPaper'), t('printer.usualNoPaperText', { printer: usual.name }), 'no-paper'];
  return (
    <>
      <Alert tone="warn" icon="printer" title={title} text={text} testId={`printing-${station}-${testId}`} />
      <FolderLine folder={`${station}Slips`} />
    </>
  );
}

function ChosenNotice({ station, printer, found }: Props & { readonly printer: string }) {
  const { t } = useTranslation('printing');
  const chosen = found.find(({ name }) => name === printer);
  if (chosen === undefined) {
    return (
      <Alert
        tone="danger"
        title={t('printer.gone', { printer })}
        text={t('printer.goneText')}
        testId={`printing-${station}-gone`}
      />
    );
  }
  if (chosen.makes === 'paper') return null;
  return (
    <Alert
      tone="warn"
      icon="printer"
      title={t('printer.noPaper', { printer })}
      text={t(`printer.noPaperText.${chosen.makes}`)}
      testId={`printing-${station}-no-paper`}
    />
  );
}
