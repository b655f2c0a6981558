import { useTranslation } from 'react-i18next';
import { type ServiceDay, serviceDaySchema } from '../../../../shared/model/time';
import { minuteOf } from '../../../../shared/model/typed-session';
import { useStatus } from '../../data/status';
import { i18n } from '../../i18n';
import { dayText } from '../../i18n/format';
import { DayField } from '../../ui/DayField';
import { FieldFrame, fieldLook } from '../../ui/FieldFrame';
import { RadioRows } from '../../ui/RadioRows';

/** Days, whole or a part of each, as typed. */
export interface WhenDraft {
  readonly from: ServiceDay;
  readonly to: ServiceDay;
  readonly isWhole: boolean;
  readonly start: string;
  readonly end: string;
}

export interface When {
  readonly from: ServiceDay;
  readonly to: ServiceDay;
  readonly startMinute: number | null;
  readonly endMinute: number | null;
}

export type WhenProblems = Partial<Record<'start' | 'end', 'noTime' | 'noneGiven' | 'endsBefore'>>;

export function wholeDay(day: ServiceDay): WhenDraft {
  return { from: day, to: day, isWhole: true, start: '', end: '' };
}

/** What the fields come to; `when` is null while something is wrong. */
export function readWhen(draft: WhenDraft): { readonly when: When | null; readonly problems: WhenProblems } {
  const { from, isWhole, start, end } = draft;
  const to = draft.to < from ? from : draft.to;
  if (isWhole) return { when: { from, to, startMinute: null, endMinute: null }, problems: {} };
  const startMinute = minuteOf(start);
  const endMinute = minuteOf(end);
  const problems: WhenProblems = {
    ...(start.trim() !== '' && startMinute === null && { start: 'noTime' }),
    ...(end.trim() !== '' && endMinute === null && { end: 'noTime' }),
    ...(start.trim() === '' && end.trim() === '' && { start: 'noneGiven' }),
    ...(startMinute !== null && endMinute !== null && endMinute <= startMinute && { end: 'endsBefore' }),
  };
  const isRight = Object.keys(problems).length === 0;
  return { when: isRight ? { from, to, startMinute, endMinute } : null, problems };
}

interface Props {
  readonly draft: WhenDraft;
  readonly problems: WhenProblems;
  readonly onChange: (draft: WhenDraft) => void;
}

/** From which day to which, and which part of them. */
export function WhenFields({ draft, problems, onChange }: Props) {
  const { t } = useTranslation('doctors');
  const today = useStatus()?.serviceDay ?? draft.from;
  const to = draft.to < draft.from ? draft.from : draft.to;
  return (
    <>
      <div className="grid grid-cols-2 gap-4">
        <DayField
          label={t('when.from')}
          text={dayText(draft.from)}
          value={draft.from}
          first={today}
          testId="when-from"
          onChange={(day) => onChange({ ...draft, from: serviceDaySchema.parse(day) })}
        />
        <DayField
          label={t('when.to')}
          text={dayText(to)}
          value={to}
          first={draft.from}
          testId="when-to"
          onChange={(day) => onChange({ ...draft, to: serviceDaySchema.parse(day) })}
        />
      </div>
      <RadioRows
        label={t('when.which')}
        value={draft.isWhole ? 'whole' : 'part'}
        rows={[
          { key: 'whole', text: t('when.whole'), testId: 'when-whole' },
          { key: 'part', text: t('when.part'), testId: 'when-part' },
        ]}
        onChange={(key) => onChange({ ...draft, isWhole: key === 'whole' })}
      />
      {!draft.isWhole && (
        <div className="grid grid-cols-2 items-start gap-4">
          {(['start', 'end'] as const).map((field) => (
            <FieldFrame
              key={field}
              label={t(`when.${field}`)}
              error={problemText(problems[field])}
              errorTestId={`when-${field}-error`}
            >
              {(ids) => (
                <input
                  {...ids}
                  data-testid={`when-${field}`}
                  autoComplete="off"
                  value={draft[field]}
                  className={`${fieldLook} figures`}
                  onChange={(event) => onChange({ ...draft, [field]: event.currentTarget.value })}
                />
              )}
            </FieldFrame>
          ))}
        </div>
      )}
    </>
  );
}

function problemText(problem: WhenProblems['start']): string | null {
  if (problem === undefined) return null;
  if (problem === 'noneGiven') return i18n.t('doctors:when.noneGiven');
  return i18n.t(`doctors:week.problem.${problem}`);
}
