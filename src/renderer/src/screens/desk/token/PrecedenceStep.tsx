import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Token } from '../../../../../shared/model/token';
import { i18n } from '../../../i18n';
import { NeedRows } from '../../../parts/need/NeedRows';
import { onToken } from '../act';
import { ConfirmStep } from '../ConfirmStep';

/** R26: a need that goes first among equals; for staff only, never on board or slip. */
export function PrecedenceStep({ token }: { readonly token: Token }) {
  const { t } = useTranslation(['desk', 'common']);
  const [precedence, setPrecedence] = useState(token.precedence);
  const { id: tokenId, number } = token;

  return (
    <ConfirmStep
      preview={null}
      revision={token.updatedAt}
      label={t('rules.need.set')}
      // What changes nothing is not done either: undo would take back something older.
      isDisabled={precedence === token.precedence}
      onConfirm={async ({ run }) => {
        const ways = onToken(() =>
          precedence === null
            ? i18n.t('desk:said.precedenceGone', { number })
            : i18n.t('desk:said.precedenceSet', { number, need: i18n.t(`desk:rules.need.${precedence}`) }),
        );
        return (await run('tokens.setPrecedence', { tokenId, precedence }, ways)) !== null;
      }}
    >
      <NeedRows value={precedence} onChange={setPrecedence} />
    </ConfirmStep>
  );
}
