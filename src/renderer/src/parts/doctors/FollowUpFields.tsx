import { useTranslation } from 'react-i18next';
import { followUpTerms } from '../../../../shared/model/follow-up';
import { SelectField } from '../../ui/SelectField';
import { DoctorText } from './DoctorText';
import type { DraftField, FollowUpDraft } from './draft';

interface Props {
  readonly draft: FollowUpDraft;
  readonly errorOf: (field: DraftField) => string | null;
  readonly onChange: (draft: FollowUpDraft) => void;
}

/** Who may come to this doctor again for less. */
export function FollowUpFields({ draft, errorOf, onChange }: Props) {
  const { t } = useTranslation('doctors');
  return (
    <div className="flex flex-col gap-2">
      <p className="text-small text-pretty text-ink-soft">{t('field.followUpText')}</p>
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.5fr)] items-start gap-4">
        <DoctorText
          label={t('field.followUpDays')}
          value={draft.days}
          error={errorOf('days')}
          testId="doctor-follow-up-days"
          isNumeric
          onChange={(days) => onChange({ ...draft, days })}
        />
        <DoctorText
          label={t('field.followUpVisits')}
          value={draft.visits}
          error={errorOf('visits')}
          testId="doctor-follow-up-visits"
          isNumeric
          onChange={(visits) => onChange({ ...draft, visits })}
        />
        <SelectField
          label={t('field.followUpTerms')}
          testId="doctor-follow-up-terms"
          value={draft.terms}
          choices={followUpTerms.map((key) => ({ key, text: t(`field.followUp.${key}`) }))}
          onChange={(key) =>
            onChange({ ...draft, terms: followUpTerms.find((one) => one === key) ?? draft.terms })
          }
        />
      </div>
    </div>
  );
}
