import type { CallName, CheckedInput } from '../../shared/contract';
import type { tokenCalls } from '../../shared/contract/tokens';
import { ok } from '../../shared/result';
import {
  callNext,
  callThis,
  cancel,
  checkIn,
  correct,
  hold,
  move,
  noShow,
  recall,
  reinstate,
  release,
  serve,
  start,
  upgradeToEmergency,
} from '../engine';
import { type EngineCommand, runCommand, runTokenCommand, stampOf, todaysBook, tokenOf } from './commands';
import type { Environment } from './environment';
import type { Handlers } from './handlers';
import { checkOwn } from './token-lookup-handlers';
import { issueToken } from './tokens';
import { transferToken } from './transfer';
import { undoLast } from './undo';
import { summarizeDoctors, viewBook } from './views';

type ByToken = CheckedInput<'tokens.checkIn'>;

/** What is done with tokens: each call is one command of the engine. */
export function tokenHandlers(environment: Environment): Handlers<keyof typeof tokenCalls> {
  const onToken =
    (name: CallName, command: EngineCommand<Pick<ByToken, 'tokenId'>>) =>
    ({ tokenId, requestId }: ByToken) =>
      runTokenCommand(environment, name, command, { tokenId }, requestId);

  return {
    'doctors.summaries': async () => ok(await summarizeDoctors(environment)),
    'books.view': ({ doctorId, serviceDay }) => viewBook(environment, doctorId, serviceDay),
    'tokens.issue': (input, caller) => issueToken(environment, input, caller),
    'tokens.checkIn': onToken('tokens.checkIn', checkIn),
    'tokens.cancel': async ({ tokenId, reason = 'staff', requestId }, caller) => {
      const own = await checkOwn(environment, tokenId, caller);
      if (!own.ok) return own;
      return runTokenCommand(environment, 'tokens.cancel', cancel, { tokenId, reason }, requestId);
    },
    'tokens.noShow': onToken('tokens.noShow', noShow),
    'tokens.reinstate': onToken('tokens.reinstate', reinstate),
    'tokens.start': onToken('tokens.start', start),
    'tokens.serve': onToken('tokens.serve', serve),
    'tokens.recall': onToken('tokens.recall', recall),
    'tokens.hold': onToken('tokens.hold', hold),
    'tokens.call': onToken('tokens.call', callThis),
    'tokens.release': onToken('tokens.release', release),
    'tokens.move': ({ tokenId, slotId, requestId }) =>
      runTokenCommand(environment, 'tokens.move', move, { tokenId, slotId }, requestId),
    'tokens.upgrade': ({ tokenId, note, requestId }) =>
      runTokenCommand(
        environment,
        'tokens.upgrade',
        upgradeToEmergency,
        { tokenId, reason: note },
        requestId,
      ),
    'tokens.correct': ({ requestId, ...request }) =>
      runTokenCommand(environment, 'tokens.correct', correct, request, requestId),
    'tokens.transfer': (input) => transferToken(environment, input),
    'tokens.undo': ({ tokenId, requestId }) => undoLast(environment, { tokenId }, requestId),
    'queue.callNext': async ({ doctorId, requestId }) => {
      const requestStamp = stampOf('queue.callNext', { doctorId }, requestId);
      const key = await todaysBook(environment, doctorId);
      return tokenOf(await runCommand(environment, { key, command: callNext, request: {}, requestStamp }));
    },
  };
}
