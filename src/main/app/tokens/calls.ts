import {
  callNext,
  checkIn,
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
} from '../../engine';
import type { Handlers } from '../call';
import { refuseRetired } from '../doctors/retired';
import { type Commands, onQueue, onToken } from '../run/plan';
import { readTicket } from '../slips/ticket';
import { callExpected } from './call-next';
import { correctToken } from './correct';
import { issueToken } from './issue';
import { searchTokens } from './lookup';
import { checkPaper, enterPaper } from './paper-entry';
import { moveToDay, transferToken } from './transfer';
import { beforeUpgrade, undoLast } from './undo';
import { callOne, cancelToken, upgradeToken } from './with-reason';

/** What is done with tokens. */
export const tokenCommands = {
  'tokens.issue': issueToken,
  'tokens.checkIn': onToken(checkIn),
  'tokens.cancel': cancelToken,
  'tokens.noShow': onToken(noShow),
  'tokens.reinstate': onToken(
    (book, { tokenId }, context, { doctor }) =>
      refuseRetired(doctor(book.doctorId)) ?? reinstate(book, { tokenId }, context),
  ),
  'tokens.start': onToken(start),
  'tokens.serve': onToken(serve),
  'tokens.recall': onToken(recall),
  'tokens.hold': onToken(hold),
  'tokens.call': callOne,
  'tokens.release': onToken(release),
  'tokens.move': onToken(move),
  'tokens.moveToDay': moveToDay,
  'tokens.transfer': transferToken,
  'tokens.upgrade': upgradeToken,
  'tokens.takeBackUpgrade': onToken((book, { tokenId, note }, context, past) =>
    takeBackUpgrade(book, { tokenId, reason: note, before: beforeUpgrade(tokenId, past) }, context),
  ),
  'tokens.setPrecedence': onToken(setPrecedence),
  'tokens.correct': correctToken,
  'tokens.undo': undoLast,
  'tokens.paper': enterPaper,
  'queue.callNext': onQueue((book, { expected }, context) =>
    (expected === undefined ? callNext : callExpected(expected))(book, {}, context),
  ),
} satisfies Commands;

export const tokenQueries: Handlers<'tokens.get' | 'tokens.search' | 'tokens.checkPaper'> = {
  'tokens.checkPaper': checkPaper,
  'tokens.get': (call, { tokenId }) => readTicket(call, tokenId),
  'tokens.search': async (call, input) => searchTokens(call, input),
};
