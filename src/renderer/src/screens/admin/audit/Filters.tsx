import { useTranslation } from 'react-i18next';
import { personIdSchema } from '../../../../../shared/model/ids';
import { type ServiceDay, serviceDaySchema } from '../../../../../shared/model/time';
import { useCall } from '../../../data/query';
import { useMay } from '../../../data/who';
import { Button } from '../../../ui/Button';
import { SelectField } from '../../../ui/SelectField';
import { SettingText } from '../../../ui/Setting';
import { DayRange } from './DayRange';
import type { Wanted } from './useLines';
import { auditKinds, kindText } from './words';

interface Props {
  readonly wanted: Wanted;
  readonly today: ServiceDay;
  readonly onChange: (wanted: Wanted) => void;
}

const ALL = 'all';

/** Which lines: by who, which token, when, and what. */
export function Filters({ wanted, today, onChange }: Props) {
  const { t } = useTranslation(['audit', 'common', 'admin']);
  const may = useMay();
  const persons = useCall('persons.list', may('persons.list') ? {} : null).value ?? [];
  const kinds = auditKinds
    .map((kind) => ({ key: kind as string, text: kindText(t, kind) }))
    .sort((one, other) => one.text.localeCompare(other.text));
  const with_ = (change: Wanted): void => {
    const entries = Object.entries({ ...wanted, ...change }).filter(([, value]) => value !== undefined);
    onChange(Object.fromEntries(entries) as Wanted);
  };
  return (
    <div
      className="grid grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] items-start gap-3"
      data-testid="audit-filters"
    >
      {persons.length > 0 && (
        <SelectField
          label={t('filter.person')}
          testId="audit-person"
          value={wanted.personId ?? ALL}
          choices={[
            { key: ALL, text: t('filter.everybody') },
            ...persons.map(({ id, name }) => ({ key: id as string, text: name })),
          ]}
          onChange={(key) => with_({ personId: key === ALL ? undefined : personIdSchema.parse(key) })}
        />
      )}
      <SelectField
        label={t('filter.kind')}
        testId="audit-kind"
        value={wanted.kind ?? ALL}
        choices={[{ key: ALL, text: t('filter.everything') }, ...kinds]}
        onChange={(key) => with_({ kind: key === ALL ? undefined : key })}
      />
      <SettingText
        label={t('filter.token')}
        value={wanted.number ?? ''}
        testId="audit-number"
        onSave={(number) => with_({ number: number.trim() === '' ? undefined : number.trim() })}
      />
      <DayRange
        from={serviceDaySchema.safeParse(wanted.from).data ?? null}
        to={serviceDaySchema.safeParse(wanted.to).data ?? null}
        today={today}
        testId="audit"
        onChange={({ from, to }) => with_({ from: from ?? undefined, to: to ?? undefined })}
      />
      {Object.keys(wanted).length > 0 && (
        <Button
          size="small"
          className="self-end justify-self-start"
          onPress={() => onChange({})}
          data-testid="audit-clear"
        >
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
