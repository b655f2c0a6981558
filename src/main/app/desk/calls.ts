import { fail, ok } from '../../../shared/result';
import type { Handlers } from '../call';
import { tokenOfLink } from '../links/key';
import { findTokens, recentChanges, tokenHistory, whoseToken } from './look-up';

/** What the reception desk looks up, and the call list. */
export const deskHandlers: Handlers<
  | 'tokens.find'
  | 'tokens.whose'
  | 'tokens.ofLink'
  | 'tokens.history'
  | 'changes.recent'
  | 'callList.view'
  | 'callList.tick'
> = {
  'tokens.find': findTokens,
  'tokens.whose': (call, { tokenId }) => whoseToken(call, tokenId),
  'tokens.ofLink': async ({ environment: { store } }, { secret }) =>
    ok({ tokenId: await tokenOfLink(store, secret) }),
  'tokens.history': (call, { tokenId }) => tokenHistory(call, tokenId),
  'changes.recent': recentChanges,
  'callList.view': async ({ environment: { store }, today }) => ok([...(await store.callList(today))]),
  'callList.tick': async ({ environment, now }, { lineId, told }) => {
    const known = await environment.store.tickCallListLine(lineId, told ? now : null);
    if (!known) return fail('NOT_FOUND', 'That call is no longer on the list.', { lineId });
    return ok({});
  },
};
