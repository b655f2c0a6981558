import type { deskCalls } from '../../../shared/contract/desk';
import { fail, ok } from '../../../shared/result';
import type { Handlers } from '../call';
import { contextNow, type Environment } from '../environment';
import { afterwards } from '../run/failures';
import { previewCommand } from '../run/preview';
import { findTokens, knownPatients, recentChanges, tokenHistory, whoseToken } from './look-up';

/** What the reception desk looks up, and the call list. */
export function deskHandlers(environment: Environment): Handlers<keyof typeof deskCalls> {
  return {
    'tokens.find': (input) => findTokens(environment, input),
    'tokens.whose': ({ tokenId }) => whoseToken(environment, tokenId),
    'tokens.history': ({ tokenId }) => tokenHistory(environment, tokenId),
    'patients.known': (input) => knownPatients(environment, input),
    'commands.preview': (input) => previewCommand(environment, input),
    'changes.recent': (input) => recentChanges(environment, input),
    'notices.list': async () => {
      const { today } = await contextNow(environment);
      return ok([...(await environment.store.notices(today))]);
    },
    'notices.tick': async ({ noticeId, told }) => {
      const { now } = await contextNow(environment);
      const known = await environment.store.tickNotice(noticeId, told ? now : null);
      if (!known) return fail('NOT_FOUND', 'That call is no longer on the list.', { noticeId });
      await afterwards(environment, 'telling', () => environment.publish({ type: 'noticesChanged' }));
      return ok({});
    },
  };
}
