import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Need } from '../../../../../shared/model/need';
import { type Precedence, precedences } from '../../../../../shared/model/token';
import { changeDraft, useDraft } from '../../../stores/deskDraft';
import { Key } from '../../../ui/Key';
import { SelectField } from '../../../ui/SelectField';
import { knownNeedText } from '../needText';

const NONE = 'none';

interface Props {
  /** What is known of the patient; null: nothing. It counts unless another is chosen. */
  readonly known: Need | null;
  readonly onClosed: () => void;
}

/** R26: a need that goes first among equals; for staff only, never on board or slip. */
export const NeedField = memo(function NeedField({ known, onClosed }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const chosen = useDraft((draft) => draft.precedence);
  const unchosen = known?.precedence ?? NONE;
  const textOf = (one: Precedence): string =>
    one === known?.precedence ? knownNeedText(known) : t(`rules.need.${one}`);

  return (
    <SelectField
      label={t('rules.need.label')}
      hint={<Key>Alt G</Key>}
      isInline
      testId="desk-need"
      buttonId="desk-need"
      onClosed={onClosed}
      value={chosen ?? unchosen}
      choices={[
        { key: NONE, text: t('rules.need.none') },
        ...precedences.map((one) => ({ key: one, text: textOf(one) })),
      ]}
      onChange={(key) =>
        // What is known already is not said anew: it stays the register's word.
        changeDraft({
          precedence: key === unchosen ? null : (precedences.find((one) => one === key) ?? NONE),
        })
      }
    />
  );
});
