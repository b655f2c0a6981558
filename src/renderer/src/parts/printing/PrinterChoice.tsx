import { useTranslation } from 'react-i18next';
import type { PrinterHealth } from '../../../../shared/model/print-job';
import type { StationName } from '../../../../shared/model/print-settings';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/SelectField';
import { PrinterNotice } from './PrinterNotice';
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
  // Windows’ default, if nobody tells which it is.
  const named = known.filter(({ name }) => name !== '');
  const usual = named.find(({ isDefault }) => isDefault);
  const noteOf = (health: PrinterHealth) => (health === 'unknown' ? {} : { note: t(`health.${health}`) });
  const choices = [
    { key: DEFAULT, text: t('printer.default'), ...(usual === undefined ? {} : { note: usual.name }) },
    ...named.map(({ name, health, makes }) => ({
      key: name,
      text: name,
      ...(makes === 'paper' ? noteOf(health) : { note: t(`printer.makes.${makes}`) }),
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
      {found !== null && <PrinterNotice station={station} printer={printer} found={found} />}
    </>
  );
}
