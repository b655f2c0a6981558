import { useTranslation } from 'react-i18next';
import { MOST_PATIENTS, MOST_SLOTS } from '../../../../../../shared/model/advice';
import type { Template } from '../../../../../../shared/model/template';
import { slotText } from '../../../../i18n/format';
import { FieldFrame, fieldLook } from '../../../../ui/FieldFrame';
import { SelectField } from '../../../../ui/SelectField';
import { daysText } from './words';

interface Props {
  readonly templates: readonly Template[];
  readonly template: Template;
  readonly patients: string;
  readonly isWrong: boolean;
  readonly slotMinutes: number;
  readonly onTemplate: (place: number) => void;
  readonly onPatients: (text: string) => void;
  readonly onSlotMinutes: (minutes: number) => void;
}

const usualLengths = [5, 10, 15, 20, 30, 60];

/** Which session, for how many patients, in slots of which length. */
export function WishFields(props: Props) {
  const { templates, template, patients, isWrong, slotMinutes } = props;
  const { t } = useTranslation('advisor');
  const minutes = template.endMinute - template.startMinute;
  const lengths = [...new Set([...usualLengths, template.slotMinutes])]
    .filter((one) => one === template.slotMinutes || (minutes % one === 0 && minutes / one <= MOST_SLOTS))
    .filter((one) => one < minutes)
    .sort((one, other) => one - other);
  return (
    <>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(14rem,1fr))] items-start gap-4">
        <SelectField
          label={t('session')}
          choices={templates.map((one, place) => ({
            key: String(place),
            text: t('sessionOn', { hours: slotText(one), days: daysText(one.weekdays) }),
          }))}
          value={String(templates.indexOf(template))}
          testId="advice-session"
          onChange={(key) => props.onTemplate(Number(key))}
        />
        <FieldFrame
          label={t('patients')}
          error={isWrong ? t('patientsWrong', { most: MOST_PATIENTS }) : null}
          errorTestId="advice-patients-error"
        >
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              autoComplete="off"
              data-testid="advice-patients"
              value={patients}
              className={`${fieldLook} figures`}
              onChange={(event) => props.onPatients(event.currentTarget.value)}
            />
          )}
        </FieldFrame>
        <SelectField
          label={t('slotLength')}
          choices={lengths.map((one) => ({
            key: String(one),
            text: t('minutes', { n: one }),
            ...(one === template.slotMinutes && { note: t('asNow') }),
          }))}
          value={String(slotMinutes)}
          testId="advice-slot-length"
          onChange={(key) => props.onSlotMinutes(Number(key))}
        />
      </div>
      {slotMinutes !== template.slotMinutes && (
        <p className="text-small text-pretty text-ink-soft">{t('otherLength')}</p>
      )}
    </>
  );
}
