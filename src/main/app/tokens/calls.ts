import type { CallName, CheckedInput } from '../../../shared/contract';
import type { tokenCalls } from '../../../shared/contract/tokens';
import type { TokenId } from '../../../shared/model/ids';
import { ok } from '../../../shared/result';
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
  setPrecedence,
  start,
  takeBackUpgrade,
  upgradeToEmergency,
} from '../../engine';
import type { Handlers } from '../call';
import { summarizeDoctors, viewBook } from '../day/book-view';
import type { Environment } from '../environment';
import {
  type EngineCommand,
  runCommand,
  runTokenCommand,
  stampOf,
  todaysBook,
  tokenOf,
} from '../run/command';
import { callExpected } from './call-next';
import { issueToken } from './issue';
import { enterPaper } from './paper-entry';
import { moveToDay, transferToken } from './transfer';
import { beforeUpgrade, undoLast } from './undo';

type ByToken = CheckedInput<'tokens.checkIn'>;

/** What is done with tokens: each call is one command of the engine. */
export function tokenHandlers(environment: Environment): Handlers<keyof typeof tokenCalls> {
  const onToken =
    (name: CallName, command: EngineCommand<Pick<ByToken, 'tokenId'>>) =>
    ({ tokenId, ...rest }: ByToken) =>
      runTokenCommand(environment, name, command, { tokenId }, rest);

  return {
    'doctors.summaries': async (_input, { role }) =>
      ok(await summarizeDoctors(environment, { onlyActive: role === 'kiosk' })),
    'books.view': ({ doctorId, serviceDay }) => viewBook(environment, doctorId, serviceDay),
    'tokens.issue': (input, caller) => issueToken(environment, input, caller),
    'tokens.checkIn': onToken('tokens.checkIn', checkIn),
    'tokens.cancel': ({ tokenId, reason = 'staff', ...rest }) =>
      runTokenCommand(environment, 'tokens.cancel', cancel, { tokenId, reason }, rest),
    'tokens.noShow': onToken('tokens.noShow', noShow),
    'tokens.reinstate': onToken('tokens.reinstate', reinstate),
    'tokens.start': onToken('tokens.start', start),
    'tokens.serve': onToken('tokens.serve', serve),
    'tokens.recall': onToken('tokens.recall', recall),
    'tokens.hold': onToken('tokens.hold', hold),
    'tokens.call': ({ tokenId, note, ...rest }) =>
      runTokenCommand(environment, 'tokens.call', callThis, { tokenId, note }, rest),
    'tokens.release': onToken('tokens.release', release),
    'tokens.move': ({ tokenId, slotId, ...rest }) =>
      runTokenCommand(environment, 'tokens.move', move, { tokenId, slotId }, rest),
    'tokens.upgrade': ({ tokenId, note, ...rest }) =>
      runTokenCommand(environment, 'tokens.upgrade', upgradeToEmergency, { tokenId, reason: note }, rest),
    'tokens.takeBackUpgrade': ({ tokenId, note, ...rest }) => {
      const command: EngineCommand<{ tokenId: TokenId; reason: string }> = (
        book,
        request,
        context,
        history,
      ) => takeBackUpgrade(book, { ...request, before: beforeUpgrade(request.tokenId, history) }, context);
      return runTokenCommand(environment, 'tokens.takeBackUpgrade', command, { tokenId, reason: note }, rest);
    },
    'tokens.setPrecedence': ({ tokenId, precedence, ...rest }) =>
      runTokenCommand(environment, 'tokens.setPrecedence', setPrecedence, { tokenId, precedence }, rest),
    'tokens.moveToDay': (input) => moveToDay(environment, input),
    'tokens.correct': ({ requestId, seen, ...request }) =>
      runTokenCommand(environment, 'tokens.correct', correct, request, { requestId, seen }),
    'tokens.transfer': (input) => transferToken(environment, input),
    'tokens.undo': ({ tokenId, ...rest }) => undoLast(environment, { tokenId }, rest),
    'tokens.paper': (input) => enterPaper(environment, input),
    'queue.callNext': async ({ doctorId, expected, requestId }) => {
      const requestStamp = stampOf('queue.callNext', { doctorId, expected }, requestId);
      const key = await todaysBook(environment, doctorId);
      const command = expected === undefined ? callNext : callExpected(expected);
      return tokenOf(await runCommand(environment, { key, command, request: {}, requestStamp }));
    },
  };
}
