import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { precedences } from '../../../../../shared/model/token';
import { changeDraft, useDraft } from '../../../stores/deskDraft';
import { Key } from '../../../ui/Key';
import { SelectField } from '../../../ui/SelectField';

const NONE = 'none';

/** R26: a need that goes first among equals; for staff only, never on board or slip. */
export const NeedField = memo(function NeedField({ onClosed }: { readonly onClosed: () => void }) {
  const { t } = useTranslation(['desk', 'common']);
  const chosen = useDraft((draft) => draft.precedence);
  return (
    <SelectField
      label={t('rules.need.label')}
      hint={<Key>Alt G</Key>}
      isInline
      testId="desk-need"
      buttonId="desk-need"
      onClosed={onClosed}
      value={chosen ?? NONE}
      choices={[
        { key: NONE, text: t('rules.need.none') },
        ...precedences.map((one) => ({ key: one, text: t(`rules.need.${one}`) })),
      ]}
      onChange={(key) => changeDraft({ precedence: precedences.find((one) => one === key) ?? null })}
    />
  );
});
