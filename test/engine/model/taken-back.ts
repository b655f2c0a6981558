import { expect } from 'vitest';
import { settleOnly } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import type { TokenEvent } from '../../../src/shared/model/event';
import type { Token } from '../../../src/shared/model/token';
import { busy, isOfToken } from './events';
import * as oracle from './oracle';
import type { Change } from './world';

const restoredAs = (token: Token, to: Token): Token => {
  const { updatedAt, leftDoorAt } = token;
  return { ...to, updatedAt, leftDoorAt };
};

/** R21, R23, R24, R28: what is taken back is exactly as it was, and nobody else is moved. */
export function checkTakenBack(change: Change): void {
  const { step, decision, taken } = change;
  if (step.do === 'undo' || step.do === 'takeBackTransfer') checkAlone(change);
  if (step.do === 'undo' || step.do === 'takeBackTransfer' || step.do === 'reopenDay') {
    for (const event of taken) {
      if (!isOfToken(event)) continue;
      const first = taken.find((known) => isOfToken(known) && known.after.id === event.after.id);
      const to = first && isOfToken(first) ? first.before : null;
      const restored = decision.events.find((known) => isOfToken(known) && known.after.id === event.after.id);
      if (!restored || !isOfToken(restored)) throw new Error(`${event.after.number} was not taken back`);
      if (to === null) expect(restored.after.status).toBe('cancelled');
      else if (step.do === 'reopenDay') {
        const { patientName, patientContact, note } = restored.after;
        expect(restored.after).toEqual(
          restoredAs(restored.after, { ...to, patientName, patientContact, note }),
        );
      } else expect(restored.after).toEqual(restoredAs(restored.after, to));
    }
  }
}

const priorities = { emergency: 1, paid: 2, follow_up: 3, walk_in: 4, online: 5 };

/** R24: source, class and note as before, and the seat, the place on the list or neither. `state`: as it was then. */
export function checkPlainAgain(
  { before, after }: TokenEvent,
  { plain, context }: Change,
  state: oracle.State,
): void {
  const source = before?.upgradedFrom;
  if (!before || !source) throw new Error('never upgraded');
  const note = plain?.note ?? before.note;
  expect(after).toMatchObject({ source, priority: priorities[source], upgradedFrom: null, note });
  if (before.status === 'active') {
    const { slotId, stage, extra } = before;
    const capacity = state.slots.find(({ id }) => id === slotId)?.capacity ?? 0;
    const hadIt = plain?.status === 'active' && !plain.extra && plain.slotId === slotId;
    const fits = hadIt && oracle.usedSeats(state, slotId).ordinary < capacity;
    if (extra || fits || busy.includes(stage)) {
      expect(after).toMatchObject({ status: 'active', slotId, stage, extra: extra || !fits });
      return;
    }
  }
  if (plain?.status === 'waiting' || plain?.status === 'displaced') {
    const { status, listedAt, listSequence, wishedSlotId } = plain;
    expect(after).toMatchObject({ status, listedAt, listSequence, wishedSlotId });
  } else if (before.checkedInAt !== null) {
    expect(after).toMatchObject({ status: 'displaced', listedAt: before.checkedInAt });
  } else {
    if (after.status !== 'displaced') throw new Error('is not on the list');
    expect(after.listedAt).toBeGreaterThanOrEqual(oracle.lastArrival(state, context));
  }
}

/** R21, R23: the token alone. */
function checkAlone({ before, after, decision, context, tokenId }: Change): void {
  const last = decision.events.at(-1);
  if (!last || !isOfToken(last)) throw new Error('nothing was taken back');
  expect(last.after.id).toBe(tokenId);
  const settled = settleOnly(before, undefined, context);
  const others = (book: Book): Token[] => book.tokens.filter((token) => token.id !== tokenId);
  expect(settled.ok && others(settled.value.book)).toEqual(others(after));
}
