import { describe, expect, it } from 'vitest';
import { fc } from '../helpers/fast-check';
import { plans } from './model/arbitrary';
import { callables } from './model/call-order';
import { playDisplacement } from './model/displacement';
import { Morning, turns } from './model/everybody';
import { checkChange, checkHistory, checkLinks, checkNotOvertaken } from './model/invariants';
import { checkOffer } from './model/offers';
import { openTwins, type Placed, type Plan, stepsOf, World } from './model/world';

/** `FC_RUNS=60000 npx vitest run test/engine/properties.test.ts` for a long campaign of new cases; `FC_SEED=1`: of the same. */
const numRuns = Number(process.env.FC_RUNS ?? 1500);
/** `FC_RAW=1`: the first failure as it came; making it short takes minutes. */
const raw = process.env.FC_RAW === undefined ? {} : { endOnFailure: true };
/** `FC_MINUTES=10`: so long at most; it says how many sequences there were time for. */
const limit =
  process.env.FC_MINUTES === undefined
    ? {}
    : { interruptAfterTimeLimit: Number(process.env.FC_MINUTES) * 60_000 };

const taken = new Map<string, number>();
let sequences = 0;

function live(plan: Plan): void {
  sequences += 1;
  const world = new World(plan);
  for (const step of stepsOf(plan)) {
    const twinsBefore = world.books.map(openTwins);
    for (const change of world.take(step, step.other ? 1 : 0)) {
      taken.set(step.do, (taken.get(step.do) ?? 0) + 1);
      checkChange(change, world.context);
      checkNotOvertaken(change);
    }
    checkLinks(world.books);
    checkOffer(world, step, step.other ? 1 : 0);
    checkTwins(step, world, twinsBefore);
  }
  checkHistory(world);
}

/** The world after the plan; its invariants are looked at by {@link live}. */
function lived(plan: Plan): World {
  const world = new World(plan);
  for (const step of stepsOf(plan)) world.take(step, step.other ? 1 : 0);
  return world;
}

function isOpenToday({ books: [book], today }: World): boolean {
  return book.status === 'open' && book.serviceDay === today;
}

/** R17: no command makes a second open token of a patient, but knowingly or for an emergency. */
function checkTwins(step: Placed, world: World, before: ReturnType<typeof openTwins>[]): void {
  if (step.do === 'issue' && (step.knowingly || step.source === 'emergency')) return;
  // R28: exactly as it was.
  if (step.do === 'reopenDay') return;
  for (const [index, book] of world.books.entries()) {
    for (const [key, tokens] of openTwins(book)) {
      if (tokens.some((token) => token.source === 'emergency')) continue;
      expect(tokens.length).toBeLessThanOrEqual(Math.max(1, before[index]?.get(key)?.length ?? 0));
    }
  }
}

describe('any book, any settings, any sequence of commands, a clock that moves and sometimes goes back', () => {
  it(
    'R1–R28: every invariant holds after every step',
    () => {
      fc.assert(fc.property(plans(60), live), { numRuns, ...raw, ...limit });
      const changes = Object.fromEntries([...taken].sort());
      if (process.env.FC_RUNS !== undefined) console.log({ sequences, changes });
      // Not vacuous: each kind of step was taken, and not only refused.
      const kinds = [
        'undo',
        'transfer',
        'upgradeToEmergency',
        'release',
        'move',
        'noShow',
        'reinstate',
        'paperEntry',
        'takeBackUpgrade',
        'takeBackTransfer',
        'reopenDay',
        'hold',
      ];
      for (const kind of kinds) expect(taken.get(kind) ?? 0).toBeGreaterThan(sequences / 500);
    },
    Math.max(180_000, numRuns * 1000),
  );

  it(
    'R19: everybody here who answers is called, within two calls for each who is here and more only for holds',
    () => {
      let played = 0;
      let late = 0;
      const usual = ['is silent', 'is silent', 'is seen', 'steps out', 'leaves the room for a test'] as const;
      const what = fc.oneof(fc.constantFrom(...turns), fc.constantFrom(...usual));
      const turn = fc.record({ what, who: fc.nat(30) });
      fc.assert(
        fc.property(plans(30), fc.nat(30), fc.array(turn, { maxLength: 25 }), (plan, who, others) => {
          const world = lived({ ...plan, ending: 'open' });
          const [book] = world.books;
          const alone = { ...book, tokens: [] };
          const here = callables(book, alone, world.context);
          const me = here[who % Math.max(1, here.length)];
          if (!me || !isOpenToday(world) || book.slots.length === 0) return;
          const morning = new Morning(book, world, me.id);
          morning.play(others);
          played += 1;
          if (morning.calls > 2) late += 1;
        }),
        { numRuns, ...raw, ...limit },
      );
      if (process.env.FC_RUNS !== undefined) console.log({ played, late });
      expect([played, late].every((times) => times > numRuns / 100)).toBe(true);
    },
    Math.max(180_000, numRuns * 1000),
  );

  it(
    'R6: who is here and displaced is called no later than without that, but for the turn of the emergency',
    () => {
      let played = 0;
      fc.assert(
        fc.property(plans(30), (plan) => {
          const world = lived({ ...plan, ending: 'open' });
          if (!isOpenToday(world)) return;
          // For any slot, and for each by name.
          for (const asks of [-1, 0, 1, 2, 3]) if (playDisplacement(world, asks)) played += 1;
        }),
        { numRuns, ...raw, ...limit },
      );
      if (process.env.FC_RUNS !== undefined) console.log({ played });
      expect(played).toBeGreaterThan(numRuns / 200);
    },
    Math.max(180_000, numRuns * 1000),
  );

  it('the same plan leads to the same books', () => {
    fc.assert(
      fc.property(plans(20), (plan) => {
        const [one, other] = [new World(plan), new World(plan)];
        for (const step of stepsOf(plan)) {
          one.take(step, step.other ? 1 : 0);
          other.take(step, step.other ? 1 : 0);
        }
        expect(one.books).toEqual(other.books);
      }),
      { numRuns: Math.min(numRuns, 200) },
    );
  });
});
