import type { TokenId } from '../../../../../shared/model/ids';
import { isOpen, type Token } from '../../../../../shared/model/token';
import { call } from '../../../api/client';
import type { Sending } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { makeDocument } from '../../../parts/makeDocument';
import { linkOf } from '../../../parts/transferLink';
import type { TokenAction } from '../../../stores/deskView';
import { show } from '../../../stores/deskView';
import { onToken } from '../act';
import { issueAnother } from '../useDeskKeys';

/** Done at once: nothing to choose, nobody else moves for the worse, and undo takes it back. */
const atOnce = {
  checkIn: 'desk:said.checkedIn',
  reinstate: 'desk:said.reinstated',
  release: 'desk:said.released',
  serve: 'desk:said.served',
} as const satisfies Partial<Record<TokenAction, string>>;

/** Does an action, or opens the card where it can be looked at first. Answers whether it was done. */
export async function perform(sending: Sending, action: TokenAction, token: Token): Promise<boolean> {
  const { id: tokenId, number } = token;
  switch (action) {
    case 'reprint':
      return reprint(sending, token);
    case 'visits':
      return makeDocument(sending, { kind: 'patient', tokenId });
    case 'patient':
      show({ kind: 'patient', tokenId });
      return false;
    case 'another':
      issueAnother(token);
      return false;
    case 'linked': {
      const other = await otherOf(token);
      if (other !== null) show({ kind: 'token', tokenId: other, action: null });
      return false;
    }
    case 'checkIn':
    case 'reinstate':
    case 'release':
    case 'serve': {
      const said = onToken(() => i18n.t(atOnce[action], { number }));
      return (await sending.run(`tokens.${action}`, { tokenId }, said)) !== null;
    }
    default:
      show({ kind: 'token', tokenId, action });
      return false;
  }
}

/** R21, R27: the token before or after this one, else the first that its patient has with another doctor. */
async function otherOf(token: Token): Promise<TokenId | null> {
  const link = linkOf(token);
  if (link !== null || !isOpen(token)) return link;
  const also = await call('patients.alsoWith', { tokenId: token.id });
  return (also.ok && also.value[0]?.tokenId) || null;
}

/** The slip once more. */
async function reprint({ run }: Sending, { id: tokenId, number }: Token): Promise<boolean> {
  const done = (): string => i18n.t('desk:said.reprinted', { number });
  return (await run('slips.reprint', { tokenId }, { done })) !== null;
}
