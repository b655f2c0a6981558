import { useTranslation } from 'react-i18next';
import { reasonName } from '../../../../../shared/model/reasons';
import { currentLanguage } from '../../../i18n';
import { useReasons } from '../../../parts/reasons/useWhy';
import { changeDraft, useDraft } from '../../../stores/deskDraft';
import { Key } from '../../../ui/Key';
import { SelectField } from '../../../ui/SelectField';

/** Why it is an emergency, from the clinic’s list; the usual reason stands there, so that nothing has to be done. */
export function ReasonField({ onClosed }: { readonly onClosed: () => void }) {
  const { t } = useTranslation(['reasons', 'common']);
  const { reasons, usual } = useReasons('emergency');
  const chosen = useDraft((draft) => draft.reasonCode) ?? usual;
  if (chosen === null) return null;
  return (
    <SelectField
      label={t('choose')}
      hint={<Key>Alt G</Key>}
      isInline
      testId="desk-reason"
      buttonId="desk-need"
      onClosed={onClosed}
      value={chosen}
      // Its digit, then Enter.
      choices={reasons.map((reason, index) => ({
        key: reason.code,
        text: `${index + 1} ${reasonName(reason, currentLanguage())}`,
      }))}
      onChange={(reasonCode) => changeDraft({ reasonCode })}
    />
  );
}
