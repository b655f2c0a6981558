import type { Precedence, Token } from '../../../../../shared/model/token';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { NeedForm } from '../../../parts/need/NeedForm';
import { closeOverlay } from '../../../stores/deskView';
import { onToken } from '../act';

/** R26, as the desk sees it. */
export function PrecedenceStep({ token }: { readonly token: Token }) {
  const { busy, run } = useCommand();
  const { id: tokenId, number } = token;

  async function set(precedence: Precedence | null): Promise<boolean> {
    const ways = onToken(() =>
      precedence === null
        ? i18n.t('desk:said.precedenceGone', { number })
        : i18n.t('desk:said.precedenceSet', { number, need: i18n.t(`desk:rules.need.${precedence}`) }),
    );
    return (await run('tokens.setPrecedence', { tokenId, precedence }, ways)) !== null;
  }

  return <NeedForm token={token} busy={busy} testId="desk-confirm" onSet={set} onClose={closeOverlay} />;
}
