import { useTranslation } from 'react-i18next';
import { serviceDaySchema } from '../../../../shared/model/time';
import { useStatus } from '../../data/status';
import { i18n } from '../../i18n';
import { dayText } from '../../i18n/format';
import { DayField } from '../../ui/DayField';
import { FieldFrame, fieldLook } from '../../ui/FieldFrame';
import { RadioRows } from '../../ui/RadioRows';
import type { WhenDraft, WhenProblems } from './when';

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
