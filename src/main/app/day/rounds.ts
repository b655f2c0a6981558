import type { BookKey } from '../../../shared/model/book';
import type { ServiceDay } from '../../../shared/model/time';
import { sweep } from '../../engine';
import { theClock } from '../access/caller';
import { backUpIfDue } from '../backup/due';
import { eraseAgain } from '../backup/erased-again';
import { beginCall, type Call, contextOfDay } from '../call';
import type { Environment } from '../environment';
import { eraseOld } from '../privacy/old';
import { writeSummariesIfDue } from '../reports/written';
import { makeDueChanges } from '../rules/due';
import { breathe } from '../run/breathe';
import { afterwards } from '../run/failures';
import { onBook } from '../run/plan';
import { runPlan } from '../run/run';
import { endOfServiceDay } from '../time/calendar';
import { fetchAtNight } from '../updates/night';
import { closeIfDue, closePastBooks, closesAt } from './closing';
import { forgetOld } from './forgetting';

/** How often the books are swept: well below a minute, the unit of every time limit. */
export const ROUND_MS = 15_000;

/** Until the next round, or the turn of the day if that comes first, ms: the new day begins on the second. */
async function untilNextRound(environment: Environment): Promise<number> {
  const { now, today, settings } = await beginCall(environment, theClock);
  const { timeZone, dayStartsAtMinute } = settings.clinic;
  const turns = [endOfServiceDay(today, timeZone, dayStartsAtMinute), closesAt(settings.clinic, today)];
  const ahead = turns.flatMap((at) => (at === null || at <= now ? [] : [at - now]));
  return Math.min(ROUND_MS, ...ahead);
}

const sweepBook = onBook<BookKey>((book, _key, context) => sweep(book, {}, context));

/** Looked at beforehand: where nothing would happen no transaction is begun. */
async function isAnythingDue(call: Call, key: BookKey): Promise<boolean> {
  const book = await call.environment.store.book(key, call.today);
  const swept = book && sweep(book, {}, await contextOfDay(call, key.serviceDay));
  return !swept?.ok || swept.value.events.length > 0;
}

export interface Rounds {
  /** Does one. */
  run(): Promise<void>;
  /** Keeps doing so; answers how to stop, which waits for the one that is under way. */
  start(): () => Promise<void>;
}

/**
 * What happens by itself: rules that hold from today are made, before all else; no-shows that are due are marked and their seats given on (R13, R9), who does not answer
 * steps back (R19), the day closes at the clinic's hour (R16), and at the turn of the service day whatever is left
 * of it closes and every window is told. None of it by a clock that is doubted (R35).
 * @param afterEach what looks at how things stand then; fails nothing of the round
 */
export function makeRounds(
  environment: Environment,
  afterEach: () => Promise<void> = async () => undefined,
): Rounds {
  let day: ServiceDay | undefined;
  let cleaned = false;

  async function run(): Promise<void> {
    const { clock, clockTrust, watch } = environment;
    await clockTrust.check();
    await watch.tick(clock.now());
    await makeDueChanges(environment);
    const call = await beginCall(environment, theClock);
    const { today, now } = call;
    if (!cleaned) await environment.copies?.run('tidy', { folder: environment.backupFolder });
    cleaned = true;
    // R35: by a clock that nobody believes nothing happens but that the data are copied.
    if (clockTrust.isDoubted()) return backUpIfDue(call);
    if (day !== today) await closePastBooks(call);
    if (day !== undefined && day !== today)
      environment.publish({ type: 'dayChanged', serviceDay: today, now });
    day = today;
    await closeIfDue(call);
    await eraseAgain(environment);
    await backUpIfDue(call);
    await writeSummariesIfDue(call);
    await fetchAtNight(call);
    if (clockTrust.mayDelete()) {
      await forgetOld(call);
      await eraseOld(call);
    }
    // Where nobody's token is open nothing is due.
    for (const doctorId of await environment.store.doctorsWithOpenTokens(today)) {
      await breathe();
      if (clockTrust.isDoubted()) return;
      // R13: a disk that was blocked, or a process that was stopped, amid a round is an outage too.
      await watch.tick(clock.now());
      // Each at its own moment: people are served meanwhile.
      const each = await beginCall(environment, theClock, { act: { kind: 'clock.settle', input: {} } });
      if (!(await isAnythingDue(each, { doctorId, serviceDay: today }))) continue;
      const plan = await sweepBook(each, { doctorId, serviceDay: today });
      const swept = plan.ok ? await runPlan(each, plan.value) : plan;
      if (!swept.ok && swept.error.code !== 'CONFLICT') environment.log.warn('sweep refused', swept.error);
    }
  }

  return {
    run,
    start() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let stopped = false;
      let again = false;
      let running: Promise<void> = Promise.resolve();
      const safely = async (): Promise<void> => {
        let pause = ROUND_MS;
        again = false;
        timer = undefined;
        try {
          await run();
          await afterwards(environment, 'looking after a round', afterEach);
          pause = await untilNextRound(environment);
        } catch (error) {
          if (!stopped) environment.log.error('round failed', error);
        }
        if (stopped) return;
        if (again) begin();
        else timer = setTimeout(begin, pause / (environment.clock.speed ?? 1));
      };
      function begin(): void {
        running = safely();
      }
      // R35: whatever waited for an answer is done with it.
      const hearNoMore = environment.clockTrust.onBelieved(() => {
        again = true;
        if (timer === undefined) return;
        clearTimeout(timer);
        begin();
      });
      begin();
      return async () => {
        stopped = true;
        hearNoMore();
        clearTimeout(timer);
        await running;
      };
    },
  };
}
