import { useTranslation } from 'react-i18next';
import { reportGroupings } from '../../../../shared/model/report';
import { type ServiceDay, serviceDaySchema } from '../../../../shared/model/time';
import { sources } from '../../../../shared/model/token';
import { useCall } from '../../data/query';
import { besides } from '../../parts/reports/views';
import { hourText } from '../../parts/reports/words';
import { Button } from '../../ui/Button';
import { FieldFrame, fieldLook } from '../../ui/FieldFrame';
import { SelectField } from '../../ui/SelectField';
import { periodOf, presets } from './period';
import { chosenOf, isFiltered, type Looked, withChosen, withRange } from './wish';

interface Props {
  readonly looked: Looked;
  readonly today: ServiceDay;
  readonly onChange: (looked: Looked) => void;
}

const ALL = 'all';
const RANGE = 'range';

/** Which days, how they are grouped, what stands beside them, and of whom. */
export function Controls({ looked, today, onChange }: Props) {
  const { t } = useTranslation(['reports', 'common']);
  const { look, range, beside } = looked;
  return (
    <div
      data-testid="reports-controls"
      className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] items-end gap-x-3 gap-y-2"
    >
      <SelectField
        label={t('preset.label')}
        testId="reports-range"
        value={typeof range === 'string' ? range : RANGE}
        choices={[...presets, RANGE as typeof RANGE].map((key) => ({ key, text: t(`preset.${key}`) }))}
        onChange={(key) => {
          const preset = presets.find((one) => one === key);
          onChange(withRange(looked, preset ?? periodOf(range, today), today));
        }}
      />
      {typeof range === 'object' && <Days looked={looked} today={today} onChange={onChange} />}
      <SelectField
        label={t('per.label')}
        testId="reports-group"
        value={look.groupBy ?? 'day'}
        choices={reportGroupings.map((key) => ({ key, text: t(`per.${key}`) }))}
        onChange={(key) => {
          const groupBy = reportGroupings.find((one) => one === key);
          if (groupBy !== undefined) onChange({ ...looked, look: { ...look, groupBy } });
        }}
      />
      <SelectField
        label={t('beside.label')}
        testId="reports-beside"
        value={beside}
        choices={besides.map((key) => ({ key, text: t(`beside.${key}`) }))}
        onChange={(key) => {
          const chosen = besides.find((one) => one === key);
          if (chosen !== undefined) onChange({ ...looked, beside: chosen });
        }}
      />
      <Filters looked={looked} onChange={onChange} />
    </div>
  );
}

/** The two days, either of which may be typed. What is the wrong way round is said, not corrected. */
function Days({ looked, onChange }: Props) {
  const { t } = useTranslation('reports');
  const { range } = looked;
  if (typeof range !== 'object') return null;
  return (['from', 'to'] as const).map((end) => (
    <FieldFrame key={end} label={t(`preset.${end}`)} error={null}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          value={range[end]}
          data-testid={`reports-${end}`}
          className={`${fieldLook} figures`}
          onChange={(event) => {
            const day = serviceDaySchema.safeParse(event.currentTarget.value).data;
            if (day !== undefined) onChange({ ...looked, range: { ...range, [end]: day } });
          }}
        />
      )}
    </FieldFrame>
  ));
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

function Filters({ looked, onChange }: Omit<Props, 'today'>) {
  const { t } = useTranslation(['reports', 'common']);
  const doctors = useCall('doctors.list', {}).value ?? [];
  const chosen = chosenOf(looked);
  const hourChoices = (end: 'from' | 'to') => [
    { key: ALL, text: t('filter.anyHour') },
    ...hours
      .map((hour) => ({ key: String(hour), text: hourText(hour) }))
      .filter(({ key }) => isIn(end, Number(key))),
  ];
  /** The last hour is not before the first. */
  function isIn(end: 'from' | 'to', hour: number): boolean {
    return end === 'from' || chosen.hours === null || hour >= chosen.hours.from;
  }
  function hourChanged(end: 'from' | 'to', key: string): void {
    const next = { from: 0, to: 23, ...chosen.hours, [end]: Number(key) };
    const hours = key === ALL ? null : { from: next.from, to: Math.max(next.from, next.to) };
    onChange(withChosen(looked, { hours }));
  }
  return (
    <>
      <SelectField
        label={t('filter.doctor')}
        testId="reports-doctor"
        value={chosen.doctorId ?? ALL}
        choices={[
          { key: ALL, text: t('filter.everyDoctor') },
          ...doctors.map(({ id, name, active }) => ({
            key: id as string,
            text: active ? name : t('filter.retired', { name }),
          })),
        ]}
        onChange={(key) =>
          onChange(withChosen(looked, { doctorId: doctors.find(({ id }) => id === key)?.id ?? null }))
        }
      />
      <SelectField
        label={t('filter.source')}
        testId="reports-source"
        value={chosen.source ?? ALL}
        choices={[
          { key: ALL, text: t('filter.everySource') },
          ...sources.map((key) => ({ key, text: t(`common:source.${key}`) })),
        ]}
        onChange={(key) =>
          onChange(withChosen(looked, { source: sources.find((one) => one === key) ?? null }))
        }
      />
      {(['from', 'to'] as const).map((end) => (
        <SelectField
          key={end}
          label={t(end === 'from' ? 'filter.hourFrom' : 'filter.hourTo')}
          testId={`reports-hour-${end}`}
          value={chosen.hours === null ? ALL : String(chosen.hours[end])}
          choices={hourChoices(end)}
          onChange={(key) => hourChanged(end, key)}
        />
      ))}
      {isFiltered(looked) && (
        <Button
          size="small"
          className="justify-self-start"
          onPress={() => onChange(withChosen(looked, { doctorId: null, source: null, hours: null }))}
          data-testid="reports-clear"
        >
          {t('filter.clear')}
        </Button>
      )}
    </>
  );
}
