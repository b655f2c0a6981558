import type { Doctor } from '../../shared/model/doctor';
import type { TokenId } from '../../shared/model/ids';
import type { RuleSettings } from '../../shared/model/settings';
import type { Source } from '../../shared/model/token';
import { callNext, cancel, checkIn, closeDay, issue, serve, start, sweep } from '../engine';
import { isOverfull } from './checks';
import { minuteOf, SEED_SLOTS, tokenIdOf } from './clinic';
import { RandomStream } from './random';
import type { Command, SeedClinic } from './seed-clinic';

/** The day of the seed, in minutes: everyone asks at eight, the doctors see patients until two. */
const EIGHT = 8 * 60;
const CLOSING = 14 * 60;
/** Of all tokens, cancelled in the course of the morning; of those not here at eight, never come. */
const CANCELLED_SHARE = 0.16;
const ABSENT_SHARE = 0.3;
const CHECK_IN_BEFORE = 10;

const MIX: Readonly<Record<Source, number>> = {
  emergency: 0.12,
  paid: 0.18,
  follow_up: 0.22,
  walk_in: 0.3,
  online: 0.18,
};

export interface SeedDayOptions {
  readonly seed: number;
  readonly tokens: number;
  readonly capacity: number;
  readonly rules: RuleSettings;
}

interface Step {
  readonly minute: number;
  readonly run: () => Promise<void>;
}

/** What the day came to that its books do not tell. */
export interface SeedDayOutcome {
  /** Books, after a change, with more tokens in a slot than it holds: 0, or the engine is wrong. */
  readonly overfull: number;
}

/**
 * Fifty (or `tokens`) people ask for a token at eight; then some cancel, some never come, the doctors call and see those
 * who are here, and the day is closed. All by the seed alone.
 */
export async function playSeedDay(clinic: SeedClinic, options: SeedDayOptions): Promise<SeedDayOutcome> {
  let overfull = 0;
  const run = async (doctor: Doctor, minute: number, command: Command): Promise<void> => {
    const result = await clinic.run(doctor, minute, command);
    if (result.ok && isOverfull(result.value.book, options.rules)) overfull += 1;
  };
  const absent = new Set<TokenId>();
  const steps = [
    ...issues(clinic.doctors, options, absent, run),
    ...clinic.doctors.flatMap((doctor) => [
      ...arrivals(clinic, doctor, absent, run),
      ...timers(doctor, options.rules, run),
      ...consultations(clinic, doctor, options.capacity, run),
      { minute: CLOSING, run: () => run(doctor, CLOSING, (book, context) => closeDay(book, {}, context)) },
    ]),
  ];
  for (const step of steps.sort((a, b) => a.minute - b.minute)) await step.run();
  return { overfull };
}

type RunCommand = (doctor: Doctor, minute: number, command: Command) => Promise<void>;

function issues(
  doctors: readonly Doctor[],
  { seed, tokens }: SeedDayOptions,
  absent: Set<TokenId>,
  run: RunCommand,
): Step[] {
  return Array.from({ length: tokens }, (_, index) => {
    const random = new RandomStream(seed, 'seed-day', index);
    const doctor = doctors[index % doctors.length];
    if (!doctor) return [];
    const id = tokenIdOf(index);
    const source = random.pick(MIX);
    const afar = source === 'online' || source === 'follow_up' || (source === 'paid' && random.chance(0.5));
    if (afar && random.chance(ABSENT_SHARE)) absent.add(id);
    const request = {
      id,
      source,
      channel: afar ? 'http' : 'desk',
      patientName: `Patient ${index + 1}`,
      patientContact: '',
      checkedIn: !afar,
    } as const;
    const steps = [
      { minute: EIGHT, run: () => run(doctor, EIGHT, (book, context) => issue(book, request, context)) },
    ];
    if (!random.chance(CANCELLED_SHARE)) return steps;
    const minute = EIGHT + 5 + random.below(240);
    const gone = { tokenId: id, reason: 'patient' } as const;
    return [
      ...steps,
      { minute, run: () => run(doctor, minute, (book, context) => cancel(book, gone, context)) },
    ];
  }).flat();
}

/** Ten minutes before each slot whoever sits in it, and means to come, comes; so do those promoted since. */
function arrivals(clinic: SeedClinic, doctor: Doctor, absent: ReadonlySet<TokenId>, run: RunCommand): Step[] {
  return SEED_SLOTS.flatMap(({ start: begins }) => [begins - CHECK_IN_BEFORE, begins + CHECK_IN_BEFORE]).map(
    (minute) => ({
      minute,
      run: async () => {
        const book = await clinic.book(doctor);
        const due = book.slots.filter((slot) => minuteOf(slot.startsAt) <= minute + CHECK_IN_BEFORE);
        const dueIds = new Set(due.map(({ id }) => id));
        for (const token of book.tokens) {
          if (token.status !== 'active' || token.stage !== 'booked') continue;
          if (absent.has(token.id) || !dueIds.has(token.slotId)) continue;
          await run(doctor, minute, (now, context) => checkIn(now, { tokenId: token.id }, context));
        }
      },
    }),
  );
}

/** The timer that marks no-shows: every five minutes, and when the first of a slot may be due. */
function timers(doctor: Doctor, rules: RuleSettings, run: RunCommand): Step[] {
  const minutes = SEED_SLOTS.map((slot) => slot.start + rules.noShowTimeoutMinutes);
  for (let minute = SEED_SLOTS[0]?.start ?? 0; minute < CLOSING; minute += 5) minutes.push(minute);
  return minutes
    .filter((minute) => minute < CLOSING)
    .map((minute) => ({
      minute,
      run: () => run(doctor, minute, (book, context) => sweep(book, {}, context)),
    }));
}

/** The doctor sees as many an hour as the slots have seats, and goes on until nobody is left. */
function consultations(clinic: SeedClinic, doctor: Doctor, capacity: number, run: RunCommand): Step[] {
  const pace = Math.min(30, Math.max(1, 60 / Math.max(1, capacity)));
  const steps: Step[] = [];
  for (let minute = SEED_SLOTS[0]?.start ?? 0; minute < CLOSING; minute += pace) {
    steps.push({ minute, run: () => seeNext(clinic, doctor, minute, run) });
  }
  return [...steps, { minute: CLOSING - 0.01, run: () => serveInside(clinic, doctor, CLOSING - 0.01, run) }];
}

async function seeNext(clinic: SeedClinic, doctor: Doctor, minute: number, run: RunCommand): Promise<void> {
  await serveInside(clinic, doctor, minute, run);
  await run(doctor, minute, (book, context) => callNext(book, {}, context));
  const called = await inStage(clinic, doctor, 'called');
  if (called) await run(doctor, minute, (book, context) => start(book, { tokenId: called }, context));
}

async function serveInside(
  clinic: SeedClinic,
  doctor: Doctor,
  minute: number,
  run: RunCommand,
): Promise<void> {
  const inside = await inStage(clinic, doctor, 'in_consultation');
  if (inside) await run(doctor, minute, (book, context) => serve(book, { tokenId: inside }, context));
}

async function inStage(
  clinic: SeedClinic,
  doctor: Doctor,
  stage: 'called' | 'in_consultation',
): Promise<TokenId | undefined> {
  const { tokens } = await clinic.book(doctor);
  return tokens.find((token) => token.status === 'active' && token.stage === stage)?.id;
}
