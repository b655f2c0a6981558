import type { Token } from '../../../../../shared/model/token';
import { call } from '../../../api/client';
import { i18n } from '../../../i18n';
import { linkOf } from '../../../parts/transferLink';
import type { TokenAction } from '../../../stores/deskView';
import { show } from '../../../stores/deskView';
import { say, sayError } from '../../../ui/toasts';
import { act } from '../act';
import { makeDocument } from '../document';

/** Done at once: nothing to choose, nobody else moves for the worse, and undo takes it back. */
const atOnce: ReadonlySet<TokenAction> = new Set([
  'checkIn',
  'reinstate',
  'release',
  'reprint',
  'visits',
  'linked',
  'serve',
]);

/** Does an action, or opens the card where it can be looked at first. Answers whether it was done. */
export async function perform(action: TokenAction, token: Token): Promise<boolean> {
  if (!atOnce.has(action)) {
    show({ kind: 'token', tokenId: token.id, action });
    return false;
  }
  const { id: tokenId, number } = token;
  const request = { tokenId, requestId: crypto.randomUUID() };
  if (action === 'reprint') return reprint(token);
  if (action === 'visits') return makeDocument({ kind: 'patient', tokenId });
  if (action === 'linked') {
    const other = linkOf(token);
    if (other !== null) show({ kind: 'token', tokenId: other, action: null });
    return false;
  }
  if (action === 'serve') {
    return act(
      () => call('tokens.serve', request),
      () => i18n.t('desk:said.served', { number }),
    );
  }
  if (action === 'checkIn') {
    return act(
      () => call('tokens.checkIn', request),
      () => i18n.t('desk:said.checkedIn', { number }),
    );
  }
  return action === 'release'
    ? act(
        () => call('tokens.release', request),
        () => i18n.t('desk:said.released', { number }),
      )
    : reinstate(token);
}

/** R13: back in the queue, with a seat if there is one. */
export function reinstate({ id: tokenId, number }: Pick<Token, 'id' | 'number'>): Promise<boolean> {
  return act(
    () => call('tokens.reinstate', { tokenId, requestId: crypto.randomUUID() }),
    () => i18n.t('desk:said.reinstated', { number }),
  );
}

/** The slip once more. */
export async function reprint({ id: tokenId, number }: Pick<Token, 'id' | 'number'>): Promise<boolean> {
  const answer = await call('slips.reprint', { tokenId, requestId: crypto.randomUUID() });
  if (answer.ok) say(i18n.t('desk:said.reprinted', { number }));
  else sayError(answer.error);
  return answer.ok;
}
