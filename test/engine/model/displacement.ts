import { expect } from 'vitest';
import { type Context, callNext, issue, serve, start, sweep } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import type { TokenId } from '../../../src/shared/model/ids';
import { tokenId } from '../helpers/clinic';
import { calledIn } from './call-order';
import type { World } from './world';

const URGENT = tokenId(700_000);
/** Nobody else is displaced while the morning is played. */
const preempting = { allowPreemption: true, maxEmergencyOverflow: 0, maxDisplacements: 9 } as const;

/**
 * R6: an emergency comes that takes the seat of somebody who is here; once as the rules have it, and once with
 * preemption off, so that it waits, and is called first, without a seat. Everybody answers. True if there was such a
 * displacement: whoever lost the seat was called no later than without it, the turn of the emergency being in both.
 */
export function playDisplacement(world: World, asks: number): boolean {
  const { elsewhere: _, ...context } = world.context;
  const rules = { ...context.rules, ...preempting };
  // Emergencies that waited, because these rules are new, take their seats in both.
  const settled = sweep(world.books[0], {}, { ...context, rules });
  if (!settled.ok) throw new Error(settled.error.message);
  const { book } = settled.value;
  const request = {
    id: URGENT,
    source: 'emergency',
    channel: 'desk',
    patientName: 'Urgent',
    patientContact: '',
    slotId: book.slots[asks]?.id,
  } as const;
  const taken = issue(book, request, { ...context, rules });
  if (!taken.ok) return false;
  const lost = taken.value.events.find(({ reason }) => reason.code === 'gave_way' && reason.to === URGENT);
  if (!lost || !('before' in lost) || !lost.before || !('number' in lost.before)) return false;
  const { id, checkedInAt } = lost.before;
  if (checkedInAt === null) return false;
  const calm = { ...context, rules: { ...rules, allowPreemption: false } };
  const waits = issue(book, request, calm);
  if (!waits.ok) throw new Error(waits.error.message);
  const [displaced, kept] = [taken.value.book, waits.value.book].map((from) => callsUntil(from, id, calm));
  expect(displaced).toBeLessThanOrEqual(kept ?? -1);
  return true;
}

/** How many calls until this one is called, everybody being seen for five minutes. */
function callsUntil(from: Book, id: TokenId, context: Context): number {
  let book = from;
  let now = context.now;
  const step = (result: ReturnType<typeof callNext>): void => {
    if (!result.ok) throw new Error(`${result.error.message} before ${id} was called`);
    book = result.value.book;
  };
  for (let calls = 0; ; calls += 1) {
    const called = calledIn(book)?.id;
    if (called === id) return calls;
    const inside = book.tokens.find(
      (token) => token.status === 'active' && token.stage === 'in_consultation',
    );
    if (inside) step(serve(book, { tokenId: inside.id }, { ...context, now }));
    if (called) step(start(book, { tokenId: called }, { ...context, now }));
    now += 5 * 60_000;
    step(callNext(book, undefined, { ...context, now }));
  }
}
