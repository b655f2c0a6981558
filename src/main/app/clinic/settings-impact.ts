import type { Book, BookKey } from '../../../shared/model/book';
import type { RuleSettings, Settings, SettingsImpact } from '../../../shared/model/settings';
import type { Instant, ServiceDay } from '../../../shared/model/time';
import { isOpen, type Token } from '../../../shared/model/token';
import { type Context, closeDay, sweep } from '../../engine';
import { type Call, contextOfDay } from '../call';
import { isToBeClosed } from '../day/closing';
import type { Environment } from '../environment';
import { breathe } from '../run/breathe';
import { calendar, daysAfter, serviceDayAt } from '../time/calendar';

/** By these the clock marks people, moves them, and closes their days. */
const clinicTimes = ['timeZone', 'dayStartsAtMinute', 'closeDayAtMinute'] as const;

/** Whether a change reaches people who hold tokens: it is looked at before it is made. */
export function reachesPeople(before: Settings, after: Settings): boolean {
  const rules = Object.keys(after.rules) as (keyof RuleSettings)[];
  return (
    clinicTimes.some((name) => before.clinic[name] !== after.clinic[name]) ||
    rules.some((name) => JSON.stringify(before.rules[name]) !== JSON.stringify(after.rules[name]))
  );
}

export const noImpact: SettingsImpact = { noShows: 0, notSeen: 0, closes: 0, moves: 0 };

/** Whom a change of settings would mark, send away or move at once, beyond what happens anyway. */
export async function impactOf(call: Call, after: Settings): Promise<SettingsImpact> {
  const would = { ...noImpact };
  const { environment, now, settings: before } = call;
  const { store } = environment;
  const dayBy = ({ clinic }: Settings) => serviceDayAt(now, clinic.timeZone, clinic.dayStartsAtMinute);
  const today = dayBy(before);
  for (const key of await booksInReach(environment, [today, dayBy(after)])) {
    await breathe();
    const book = await store.book(key, today);
    if (book?.status !== 'open') continue;
    const known = await contextOfDay(call, key.serviceDay);
    const by = (settings: Settings): Outcome => playOn(book, settings, { ...known, today: dayBy(settings) });
    add(would, book, by(before), by(after));
  }
  return would;
}

/** Of every doctor, the days with open tokens: those to come, and a yesterday that was opened again (R28). */
async function booksInReach({ store }: Environment, todays: readonly ServiceDay[]): Promise<BookKey[]> {
  const first = daysAfter(
    todays.reduce((one, other) => (other < one ? other : one)),
    -1,
  );
  const keys: BookKey[] = [];
  for (const { id: doctorId } of await store.doctors()) {
    const days = await store.daysWithOpenTokens(doctorId, first);
    keys.push(...days.map(({ serviceDay }) => ({ doctorId, serviceDay })));
  }
  return keys;
}

interface Outcome {
  readonly closes: boolean;
  readonly tokens: ReadonlyMap<string, Token>;
}

/** What the clock would make of a book in its next round by these settings. */
function playOn(book: Book, { clinic, rules }: Settings, known: Context): Outcome {
  const { timeZone, dayStartsAtMinute } = clinic;
  const context: Context = { ...known, rules, dayStartsAtMinute };
  const instant = (minute: number): Instant => calendar.instantOf(book.serviceDay, minute, timeZone);
  const slots = book.slots.map((slot) => ({
    ...slot,
    startsAt: instant(slot.startMinute),
    endsAt: instant(slot.endMinute),
  }));
  const there = { ...book, slots };
  const closes = isToBeClosed(there, clinic, context);
  const decision = (closes ? closeDay : sweep)(there, {}, context);
  const after = decision.ok ? decision.value.book : there;
  return { closes, tokens: new Map(after.tokens.map((token) => [token.id, token])) };
}

/** Counts who would stand otherwise than without the change. */
function add(would: SettingsImpact, book: Book, without: Outcome, changed: Outcome): void {
  if (changed.closes && !without.closes) would.closes += 1;
  for (const { id } of book.tokens.filter(isOpen)) {
    const as = changed.tokens.get(id);
    const else_ = without.tokens.get(id);
    if (!as || !else_ || placeOf(as) === placeOf(else_)) continue;
    if (as.status === 'no_show') would.noShows += 1;
    else if (as.status === 'cancelled') would.notSeen += 1;
    else would.moves += 1;
  }
}

function placeOf(token: Token): string {
  return token.status === 'active' ? `${token.stage} ${token.slotId}` : token.status;
}
