import { useTranslation } from 'react-i18next';
import type { StationName } from '../../../../shared/model/print-settings';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/SelectField';
import { FolderLine } from '../FolderLine';
import type { PrinterList } from './usePrinters';

interface Props {
  readonly station: StationName;
  readonly printer: string | null;
  readonly printers: PrinterList;
  readonly onChange: (printer: string | null) => void;
}

/** The system's default; a printer cannot be named so, for it would start with a space. */
const DEFAULT = ' default';

/** One of the printers that the system knows, or whichever is its default. */
export function PrinterChoice({ station, printer, printers, onChange }: Props) {
  const { t } = useTranslation(['printing', 'common']);
  const { found, look } = printers;
  const known = found ?? [];
  const gone = found !== null && printer !== null && !known.some(({ name }) => name === printer);
  const usual = known.find(({ isDefault }) => isDefault);
  const choices = [
    { key: DEFAULT, text: t('printer.default'), ...(usual === undefined ? {} : { note: usual.name }) },
    ...known.map(({ name, health }) => ({
      key: name,
      text: name,
      ...(health === 'unknown' ? {} : { note: t(`health.${health}`) }),
    })),
    ...(printer !== null && !known.some(({ name }) => name === printer)
      ? [{ key: printer, text: printer, ...(gone ? { note: t('printer.goneShort') } : {}) }]
      : []),
  ];
  return (
    <>
      <div className="flex items-end gap-3">
        <div className="min-w-0 grow">
          <SelectField
            label={t('printer.label')}
            value={printer ?? DEFAULT}
            choices={choices}
            testId={`printing-${station}-printer`}
            onChange={(key) => onChange(key === DEFAULT ? null : key)}
          />
        </div>
        <Button
          size="small"
          className="min-h-9!"
          busy={found === null}
          onPress={look}
          data-testid={`printing-${station}-look`}
        >
          {t('printer.look')}
        </Button>
      </div>
      {gone && (
        <Alert
          tone="danger"
          title={t('printer.gone', { printer })}
          text={t('printer.goneText')}
          testId={`printing-${station}-gone`}
        />
      )}
      {found?.length === 0 && !gone && (
        <>
          <Alert
            tone="warn"
            icon="printer"
            title={t('printer.nothing')}
            text={t('printer.nothingText')}
            testId={`printing-${station}-nothing`}
          />
          <FolderLine folder={`${station}Slips`} />
        </>
      )}
    </>
  );
}
