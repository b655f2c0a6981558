import type { CheckedInput } from '../../../shared/contract';
import type { Trial } from '../../../shared/model/trial';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call, Handlers } from '../call';
import type { Environment } from '../environment';
import type { RunningTrial } from '../outside/trial-room';
import { settingsWith } from '../rules/merge';
import { ownClinic } from './clinic';

/** The same days each time: whoever tries twice sees the difference that the rules make, and not that of chance. */
const SEED = 1;
const DAYS = 60;
/** Told so often how far it is without anybody asking, it ends: the window has closed. */
const MOST_UNHEARD = 40;

const none: Trial = { state: 'none', rules: {}, days: 0, done: 0, basis: [], result: null };

/** Rules tried on simulated days of this clinic, one trial at a time. */
export function trialHandlers(
  environment: Environment,
): Handlers<'trial.start' | 'trial.state' | 'trial.stop'> {
  let trial = none;
  let running: RunningTrial | undefined;
  let unheard = 0;

  function change(next: Partial<Trial>): void {
    trial = { ...trial, ...next };
    environment.publish({ type: 'trialChanged' });
  }

  function end(state: 'done' | 'stopped' | 'failed', result: Trial['result'] = null): void {
    running = undefined;
    change({ state, result, ...(state === 'done' && { done: trial.days }) });
  }

  function stop(): void {
    if (trial.state !== 'running') return;
    running?.stop();
    end('stopped');
  }

  async function start(
    call: Call,
    { rules, days = DAYS }: CheckedInput<'trial.start'>,
  ): Promise<Result<Trial>> {
    const { trialRoom, store, log } = environment;
    if (trialRoom === undefined) return fail('UNAVAILABLE', 'Rules cannot be tried here.');
    if (trial.state === 'running')
      return fail('CONFLICT', 'Rules are being tried already. Please stop that first.');
    // From here on a second one is refused, while the last days are still being read.
    trial = { ...none, state: 'running', rules, days };
    const mine = trial;
    try {
      const doctors = await ownClinic(call);
      if (doctors.every(({ week }) => Object.values(week).every((slots) => slots.length === 0))) {
        trial = none;
        return fail('CONFLICT', 'No doctor has working hours yet: there is no day to try the rules on.');
      }
      const names = new Map((await store.doctors()).map(({ id, name }) => [id, name]));
      // Stopped meanwhile.
      if (trial !== mine) return ok(trial);
      const basis = doctors.map(({ id, history }) => ({
        doctorId: id,
        name: names.get(id) ?? '',
        days: history?.days ?? 0,
      }));
      unheard = 0;
      change({ basis });
      const job = {
        seed: SEED,
        days,
        now: call.settings.rules,
        proposed: settingsWith(call.settings, { rules }).rules,
      };
      const begun = trialRoom.start({ ...job, doctors }, (done) => {
        if (running !== begun) return;
        unheard += 1;
        if (unheard > MOST_UNHEARD) stop();
        else change({ done });
      });
      running = begun;
      begun.result.then(
        (result) => running === begun && end('done', result),
        (error: unknown) => {
          if (running !== begun) return;
          log.error('a trial of rules failed', error);
          end('failed');
        },
      );
      return ok(trial);
    } catch (error) {
      trial = none;
      throw error;
    }
  }

  return {
    'trial.start': start,
    'trial.state': async () => {
      unheard = 0;
      return ok(trial);
    },
    'trial.stop': async () => {
      stop();
      return ok({});
    },
  };
}
