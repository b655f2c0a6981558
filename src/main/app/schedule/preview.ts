import type { PlanPreviewInput } from '../../../shared/contract/plan-preview';
import { type Book, type BookKey, isSameBook } from '../../../shared/model/book';
import { isTokenEvent } from '../../../shared/model/event';
import type { SlotId } from '../../../shared/model/ids';
import type { PlanPreview } from '../../../shared/model/plan-preview';
import { isOpen, type Token } from '../../../shared/model/token';
import { ok, type Result } from '../../../shared/result';
import type { Decision } from '../../engine';
import type { Reading } from '../../store/store';
import { mayLookAt } from '../access/persons';
import type { Call, Handlers } from '../call';
import { timesOf } from '../run/call-list';
import type { Commands, Decided, Deciding, Plan } from '../run/plan';
import { othersMoved, toTell } from '../run/preview';
import { lookAt } from '../run/run';

type Previewed = PlanPreviewInput['command'];

/** Why, for somebody who has not said it yet. */
const unsaid = { reason: 'preview', name: 'preview' };

/** Commands that plan days, looked at by their own plans. Errors: those of the command. */
export function planPreviewHandlers(
  commands: Pick<Required<Commands>, Previewed>,
): Handlers<'plans.preview'> {
  return {
    'plans.preview': async (call, { command, ...input }) => {
      const may = mayLookAt(call.environment, command, call.caller);
      if (!may.ok) return may;
      const planFrom = commands[command] as (call: Call, input: object) => Promise<Result<Plan<unknown>>>;
      const said = { ...(command === 'leaves.add' || command === 'closures.add' ? unsaid : {}), ...input };
      const plan = await planFrom(call, said);
      return plan.ok ? previewPlanning(call, plan.value) : plan;
    },
  };
}

/** R34: whom a command on any number of days would move. Nothing is done. */
export function previewPlanning(call: Call, plan: Plan<unknown>): Promise<Result<PlanPreview>> {
  return lookAt(call, plan, (books, decided, at) => ok(describePlanning(call, books, decided, at)));
}

/** A day as it is, and as it would be. */
interface Step {
  readonly before: Book;
  readonly decisions: readonly Decision[];
  readonly after: Book;
}

/** What a plan’s decision would do to the days that have a book. */
export function describePlanning(
  { environment: { newId } }: Call,
  books: readonly Book[],
  { decisions }: Decided<unknown>,
  { reading }: Deciding,
): PlanPreview {
  const steps = books.flatMap((before): Step[] => {
    const own = decisions.filter(({ book, events }) => events.length > 0 && isSameBook(book, before));
    const last = own.at(-1);
    return last ? [{ before, decisions: own, after: last.book }] : [];
  });
  const days = steps
    .map((step) => dayOf(step, reading))
    .sort((a, b) => (a.serviceDay === b.serviceDay ? 0 : a.serviceDay < b.serviceDay ? -1 : 1));
  return {
    days,
    moved: days.reduce((sum, { moved }) => sum + moved.length, 0),
    toTell: steps.flatMap(({ decisions: own, after }) =>
      own
        .flatMap(({ book, events }) => toTell(book, events, newId))
        .map((who) => ({ ...keyOf(after), ...who })),
    ),
    notBack: steps.flatMap((step) => notBack(step, reading)),
  };
}

function dayOf({ before, decisions, after }: Step, reading: Reading): PlanPreview['days'][number] {
  const was = new Map(before.slots.map((slot) => [slot.id, slot]));
  const counts = { added: 0, reopened: 0, closed: 0, changed: 0 };
  for (const slot of after.slots) {
    const old = was.get(slot.id);
    if (!old) counts.added += 1;
    else if (old.status !== slot.status) counts[slot.status === 'closed' ? 'closed' : 'reopened'] += 1;
    else if (old.capacity !== slot.capacity || old.overflow !== slot.overflow) counts.changed += 1;
  }
  const events = decisions.flatMap((decision) => decision.events);
  const doctorName = reading.doctor(after.doctorId)?.name ?? '';
  return { ...keyOf(after), doctorName, ...counts, moved: othersMoved(before, { book: after, events }) };
}

/** Who had lost a seat with its slot, and does not get it again though the slot comes back. */
function notBack({ before, after }: Step, reading: Reading): PlanPreview['notBack'] {
  const wasClosed = new Set(before.slots.filter(({ status }) => status === 'closed').map(({ id }) => id));
  const back = after.slots.filter(({ id, status }) => status === 'open' && wasClosed.has(id));
  if (back.length === 0) return [];
  return after.tokens.filter(isOpen).flatMap((token) => {
    const slotId = lostByPlan(token, reading);
    const was = back.find(({ id }) => id === slotId);
    if (!was || (token.status === 'active' && token.slotId === was.id)) return [];
    const { id: tokenId, number, patientName, patientContact } = token;
    const { startMinute, endMinute } = was;
    const who = { tokenId, number, patientName, patientContact };
    return [{ ...keyOf(after), ...who, was: { startMinute, endMinute }, now: timesOf(after, token) }];
  });
}

/** R34: the slot whose falling away took this token's seat last; undefined: none did. */
function lostByPlan({ id }: Token, reading: Reading): SlotId | undefined {
  const lost = reading
    .tokenHistory(id)
    .findLast(({ event }) => isTokenEvent(event) && event.type === 'tokenDisplaced')?.event.reason;
  return lost?.code === 'slot_closed' && lost.rule === 'R34' ? lost.slotId : undefined;
}

function keyOf({ doctorId, serviceDay }: BookKey): BookKey {
  return { doctorId, serviceDay };
}
