import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patientContactSchema, patientNameSchema } from '../../../../../shared/model/patient';
import { doubtfulDigits } from '../../../../../shared/model/phone';
import type { Token } from '../../../../../shared/model/token';
import { useCountry } from '../../../data/status';
import { i18n } from '../../../i18n';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { onToken } from '../act';
import { ConfirmStep } from '../ConfirmStep';
import { phoneProblem } from '../issue/check';
import { useFocusFirst } from '../useFocusFirst';

/** Name and phone as they should have been. */
export function CorrectStep({ token }: { readonly token: Token }) {
  const { t } = useTranslation(['desk', 'common']);
  const [name, setName] = useState(token.patientName);
  const [phone, setPhone] = useState(token.patientContact);
  const [checked, setChecked] = useState(false);
  const field = useFocusFirst();
  const nameWrong = checked && !patientNameSchema.safeParse(name).success;
  const phoneWrong = checked ? phoneProblem(phone) : null;
  const digits = doubtfulDigits(phone, useCountry());

  return (
    <ConfirmStep
      preview={null}
      revision={0}
      label={t('action.correct')}
      onConfirm={async ({ run }) => {
        setChecked(true);
        const patientName = patientNameSchema.safeParse(name);
        const patientContact = patientContactSchema.safeParse(phone);
        if (!patientName.success || !patientContact.success) return false;
        const wish = {
          tokenId: token.id,
          patientName: patientName.data,
          patientContact: patientContact.data,
        };
        const ways = onToken(({ number }) => i18n.t('desk:said.corrected', { number }));
        return (await run('tokens.correct', wish, ways)) !== null;
      }}
    >
      <FieldFrame
        label={t('issue.name')}
        error={nameWrong ? t('issue.problem.nameMissing') : null}
        errorTestId="desk-error"
      >
        {(ids) => (
          <input
            {...ids}
            ref={field}
            data-testid="desk-correct-name"
            type="text"
            dir="auto"
            value={name}
            onChange={(event) => setName(event.target.value)}
            className={fieldLook}
          />
        )}
      </FieldFrame>
      <FieldFrame
        label={t('issue.phone')}
        error={phoneWrong === null ? null : t(`issue.problem.${phoneWrong}`)}
        doubt={digits === null ? null : t('issue.doubt.digits', { digits })}
        errorTestId="desk-error"
      >
        {(ids) => (
          <input
            {...ids}
            data-testid="desk-correct-phone"
            type="text"
            inputMode="tel"
            dir="auto"
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
            className={fieldLook}
          />
        )}
      </FieldFrame>
    </ConfirmStep>
  );
}
