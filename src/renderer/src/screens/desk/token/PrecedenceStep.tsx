import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { precedences, type Token } from '../../../../../shared/model/token';
import { call } from '../../../api/client';
import { i18n } from '../../../i18n';
import { RadioRows } from '../../../ui/RadioRows';
import { act } from '../act';
import { ConfirmStep } from '../ConfirmStep';

const NONE = 'none';

/** R26: a need that goes first among equals; for staff only, never on board or slip. */
export function PrecedenceStep({ token }: { readonly token: Token }) {
  const { t } = useTranslation(['desk', 'common']);
  const [chosen, setChosen] = useState<string>(token.precedence ?? NONE);
  const precedence = precedences.find((one) => one === chosen) ?? null;
  const { id: tokenId, number } = token;

  return (
    <ConfirmStep
      preview={null}
      revision={token.updatedAt}
      label={t('rules.need.set')}
      onConfirm={() =>
        act(
          () => call('tokens.setPrecedence', { tokenId, precedence, requestId: crypto.randomUUID() }),
          () =>
            precedence === null
              ? i18n.t('desk:said.precedenceGone', { number })
              : i18n.t('desk:said.precedenceSet', { number, need: i18n.t(`desk:rules.need.${precedence}`) }),
        )
      }
    >
      <RadioRows
        label={t('action.precedence')}
        autoFocus
        value={chosen}
        onChange={setChosen}
        rows={[NONE, ...precedences].map((one) => ({
          key: one,
          text: t(`rules.need.${precedences.find((known) => known === one) ?? NONE}`),
          testId: `desk-need-${one}`,
        }))}
      />
      <p className="text-small text-ink-soft">{t('rules.need.hint')}</p>
    </ConfirmStep>
  );
}
