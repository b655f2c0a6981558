import { useTranslation } from 'react-i18next';
import type { DoctorSchedule } from '../../../../shared/model/doctor-schedule';
import { MAX_CAPACITY } from '../../../../shared/model/slot';
import { i18n } from '../../i18n';
import { weekdayText } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { FieldFrame, fieldLook } from '../../ui/FieldFrame';
import { IconButton } from '../../ui/IconButton';
import { SelectField } from '../../ui/SelectField';
import { Weekdays } from './Weekdays';
import {
  newRow,
  type Problem,
  type ReadWeek,
  type RowField,
  type RowProblems,
  rowsOf,
  type SessionRow,
  seatsOn,
  usualRow,
  weekdays,
} from './week';

interface Props {
  readonly rows: readonly SessionRow[];
  readonly read: ReadWeek;
  /** Whose week may be taken over. */
  readonly others: readonly DoctorSchedule[];
  readonly onChange: (rows: readonly SessionRow[]) => void;
}

const OWN = 'own';

/** When a doctor works in every week: one row for each session, with the days on which it is the same. */
export function WeekFields({ rows, read, others, onChange }: Props) {
  const { t } = useTranslation('doctors');
  const withWeek = others.filter(({ schedule }) => schedule.length > 0);
  function change(changed: SessionRow): void {
    onChange(rows.map((row) => (row.key === changed.key ? changed : row)));
  }
  return (
    <div className="flex flex-col gap-3" data-testid="week">
      {rows.map((row, index) => (
        <Row
          key={row.key}
          row={row}
          n={index + 1}
          problems={read.problems.get(row.key) ?? {}}
          onChange={change}
          onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
        />
      ))}
      {rows.length === 0 && <p className="text-ink-soft">{t('week.none')}</p>}
      <div className="flex flex-wrap items-end gap-3">
        <Button
          size="small"
          className="min-h-9!"
          data-testid="week-add"
          onPress={() => onChange([...rows, newRow(nextRow(rows))])}
        >
          {t('week.add')}
        </Button>
        {withWeek.length > 0 && (
          <div className="w-64">
            <SelectField
              isInline
              label={t('week.like')}
              value={OWN}
              testId="week-like"
              choices={[
                { key: OWN, text: t('week.likeNobody') },
                ...withWeek.map(({ id, name }) => ({ key: id as string, text: name })),
              ]}
              onChange={(key) => {
                const other = withWeek.find(({ id }) => id === key);
                if (other !== undefined) onChange(rowsOf(other.schedule));
              }}
            />
          </div>
        )}
        <SeatsPerDay read={read} />
      </div>
    </div>
  );
}

/** The afternoon of the days before: nobody types the days again. */
function nextRow(rows: readonly SessionRow[]): Omit<SessionRow, 'key'> {
  const last = rows.at(-1);
  if (last === undefined) return usualRow;
  return { ...last, from: '', to: '', validFrom: '', validTo: '' };
}

interface RowProps {
  readonly row: SessionRow;
  readonly n: number;
  readonly problems: RowProblems;
  readonly onChange: (row: SessionRow) => void;
  readonly onRemove: () => void;
}

function Row({ row, n, problems, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('doctors');
  return (
    <fieldset className="flex flex-col gap-3 rounded-card border border-line p-3">
      <legend className="sr-only">{t('week.session', { n })}</legend>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex flex-col gap-1">
          <Weekdays
            label={t('week.days')}
            value={row.days}
            testId={`week-${n}-day`}
            onChange={(days) => onChange({ ...row, days })}
          />
          {problems.days !== undefined && (
            <p role="alert" className="text-small font-semibold text-danger">
              {problemText(problems.days)}
            </p>
          )}
        </div>
        <IconButton
          label={t('week.remove', { n })}
          icon="close"
          tone="danger"
          data-testid={`week-${n}-remove`}
          onPress={onRemove}
        />
      </div>
      <SessionFields row={row} testId={`week-${n}`} problems={problems} onChange={onChange} />
      <details open={hasMore(row, problems) || undefined}>
        <summary className="cursor-pointer text-small font-semibold text-ink-soft">{t('week.more')}</summary>
        <div className="mt-2 grid grid-cols-3 items-start gap-3">
          <Field
            label={t('week.emergency')}
            value={row.emergency}
            error={problemText(problems.emergency)}
            testId={`week-${n}-emergency`}
            onChange={(emergency) => onChange({ ...row, emergency })}
          />
          <DateField
            label={t('week.validFrom')}
            value={row.validFrom}
            error={null}
            testId={`week-${n}-valid-from`}
            onChange={(validFrom) => onChange({ ...row, validFrom })}
          />
          <DateField
            label={t('week.validTo')}
            value={row.validTo}
            error={problemText(problems.validTo)}
            testId={`week-${n}-valid-to`}
            onChange={(validTo) => onChange({ ...row, validTo })}
          />
          <p className="col-span-3 text-small text-ink-soft">{t('week.emergencyText')}</p>
        </div>
      </details>
    </fieldset>
  );
}

interface SessionFieldsProps {
  readonly row: SessionRow;
  readonly problems: RowProblems;
  readonly testId: string;
  /** The cursor is in the first of them. */
  readonly startsHere?: boolean;
  readonly onChange: (row: SessionRow) => void;
}

const sessionFields = ['from', 'to', 'slotMinutes', 'seats'] as const;

/** From when to when, and how it is cut into slots. */
export function SessionFields({ row, problems, testId, startsHere = false, onChange }: SessionFieldsProps) {
  const { t } = useTranslation('doctors');
  return (
    <div className="grid grid-cols-4 items-start gap-3">
      {sessionFields.map((field) => (
        <Field
          key={field}
          label={t(`week.${field}`)}
          value={row[field]}
          error={problemText(problems[field])}
          testId={`${testId}-${field}`}
          isNumeric={field === 'slotMinutes' || field === 'seats'}
          startsHere={startsHere && field === 'from'}
          onChange={(value) => onChange({ ...row, [field]: value })}
        />
      ))}
    </div>
  );
}

function hasMore({ emergency, validFrom, validTo }: SessionRow, problems: RowProblems): boolean {
  const fields: readonly RowField[] = ['emergency', 'validTo'];
  return emergency + validFrom + validTo !== '' || fields.some((field) => problems[field] !== undefined);
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  readonly testId: string;
  readonly isNumeric?: boolean;
  readonly startsHere?: boolean;
  readonly onChange: (value: string) => void;
}

function Field({ label, value, error, testId, isNumeric = false, startsHere = false, onChange }: FieldProps) {
  return (
    <FieldFrame label={label} error={error} errorTestId={`${testId}-error`}>
      {(ids) => (
        <input
          {...ids}
          ref={startsHere ? focused : null}
          data-testid={testId}
          autoComplete="off"
          inputMode={isNumeric ? 'numeric' : 'text'}
          value={value}
          className={`${fieldLook} figures`}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}

function DateField({ label, value, error, testId, onChange }: FieldProps) {
  return (
    <FieldFrame label={label} error={error} errorTestId={`${testId}-error`}>
      {(ids) => (
        <input
          {...ids}
          data-testid={testId}
          type="date"
          value={value}
          className={`${fieldLook} figures`}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}

/** What the week comes to, day by day. */
function SeatsPerDay({ read }: { readonly read: ReadWeek }) {
  const { t } = useTranslation('doctors');
  const days = weekdays.map((day) => ({ day, seats: seatsOn(read.lines, day) }));
  if (days.every(({ seats }) => seats === 0)) return null;
  return (
    <ul aria-label={t('week.seatsPerDay')} data-testid="week-seats" className="ms-auto flex gap-1">
      {days.map(({ day, seats }) => (
        <li
          key={day}
          className="figures flex min-w-11 flex-col items-center rounded-small bg-sunken px-1.5 py-0.5 text-caption"
        >
          <span className="text-ink-soft">{weekdayText(day, 'short')}</span>
          <span className={seats === 0 ? 'text-ink-faint' : 'font-bold'}>{seats === 0 ? '–' : seats}</span>
        </li>
      ))}
    </ul>
  );
}

/** Once, when it appears. */
function focused(input: HTMLInputElement | null): void {
  input?.focus();
}

/** What is wrong, in words; null: nothing is. */
function problemText(problem: Problem | undefined): string | null {
  if (problem === undefined) return null;
  switch (problem.code) {
    case 'overlap':
      return i18n.t('doctors:week.problem.overlap', {
        day: weekdayText(problem.weekday, 'long'),
        times: problem.times,
      });
    case 'outside':
      return i18n.t('doctors:week.problem.outside', { time: problem.dayStarts });
    case 'seats':
      return i18n.t('doctors:week.problem.seats', { most: MAX_CAPACITY });
    default:
      return i18n.t(`doctors:week.problem.${problem.code}`);
  }
}
