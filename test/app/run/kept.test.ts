import { expect, test } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import type { Store } from '../../../src/main/store/store';
import type { CallInput, CallName } from '../../../src/shared/contract';
import { at, noWindows, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';
import { fc } from '../../helpers/fast-check';

/** The same clinic, with an app that has kept nothing of what it was asked before. */
function freshApp({ environment, store }: TestClinic) {
  const unknown: Store = {
    ...store,
    book: async (...asked) => structuredClone(await store.book(...asked)),
  };
  return createApp({ ...environment, store: unknown }, noWindows);
}

const views = ['doctors.summaries', 'board.view'] as const;

async function seen(clinic: TestClinic, app = clinic.app) {
  const answers = await Promise.all(views.map(async (name) => unwrap(await app.call(name, {}, staff))));
  return structuredClone(answers);
}

const doctor = fc.nat(2);
const token = fc.nat(30);
const steps = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('issue' as const),
      doctor,
      source: fc.constantFrom('walk_in', 'paid', 'emergency', 'online'),
      who: fc.nat(8),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('callNext' as const), doctor }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'tokens.checkIn',
        'tokens.start',
        'tokens.serve',
        'tokens.hold',
        'tokens.recall',
        'tokens.undo',
      ),
      token,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), token }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('transfer' as const), token, doctor }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('doctors.setDelay', 'doctors.takeBreak'),
      doctor,
      minutes: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.oneof(fc.integer({ min: 1, max: 400_000 }), fc.constantFrom(60_000, 1_800_000, -30_000)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('settings' as const),
      change: fc.constantFrom<CallInput<'settings.change'>>(
        { rules: { waitingListAgingMinutes: 5 } },
        { rules: { callOrder: 'strict' } },
        { rules: { callOrder: 'fair' } },
        { rules: { targetMinutes: { paid: 40, follow_up: 30, walk_in: 15, online: 20 } } },
        { board: { names: 'full' } },
        { board: { names: 'none' } },
        { clinic: { timeZone: 'Asia/Kathmandu' } },
        { clinic: { timeZone: 'Asia/Kolkata' } },
      ),
    }),
  },
);
type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

/** Whatever of it is refused is refused. */
async function take(clinic: TestClinic, tokens: string[], step: Step): Promise<void> {
  const { app, clock, doctorIds } = clinic;
  const call = <N extends CallName>(name: N, input: object) => app.receive(name, input, staff);
  const doctorId = 'doctor' in step ? doctorIds[step.doctor] : undefined;
  const tokenId = 'token' in step ? tokens.at(-1 - step.token) : undefined;
  if (step.do === 'wait') clock.setTo(clock.now() + step.ms);
  else if (step.do === 'settings') await call('settings.change', { ...step.change, confirmed: true });
  else if (step.do === 'issue') {
    const patient = { patientName: `Patient ${step.who}`, patientContact: `900000000${step.who}` };
    const given = { doctorId, source: step.source, ...patient, allowDuplicate: true };
    const issued = await app.receive('tokens.issue', given, staff);
    if (issued.ok) tokens.push((issued.value as { token: { id: string } }).token.id);
  } else if (step.do === 'callNext') await call('queue.callNext', { doctorId });
  else if (step.do === 'cancel') await call('tokens.cancel', { tokenId, reason: 'patient' });
  else if (step.do === 'transfer') await call('tokens.transfer', { tokenId, doctorId });
  else if ('minutes' in step) await call(step.do, { doctorId, minutes: step.minutes });
  else if ('token' in step) await call(step.do, { tokenId });
}

test('what is kept is what is worked out anew: after commands, moves of the clock and other settings, on random days', async () => {
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 20, maxLength: 40 }), async (plan) => {
      const clinic = await openClinic({ time: at('08:58') });
      const tokens: string[] = [];
      let before: unknown;
      for (const step of plan) {
        await take(clinic, tokens, step);
        const board = await clinic.app.call('board.view', {}, staff);
        if (board.ok && board.value.doctors === before) kept += 1;
        before = board.ok && board.value.doctors;
        expect(await seen(clinic)).toEqual(await seen(clinic, freshApp(clinic)));
      }
      await clinic.store.close();
    }),
    { numRuns: 10, endOnFailure: true },
  );
  // Some steps change nothing, and are over before anybody overtakes anybody.
  expect(kept).toBeGreaterThan(10);
});

test('a board is the same as long as nothing is written, for whoever asks, and no longer', async () => {
  const clinic = await openClinic();
  const { app, clock, doctorIds, issued, store } = clinic;
  for (const doctorId of doctorIds) await issued({ doctorId });
  const board = async () => unwrap(await app.call('board.view', {}, staff));
  const first = await board();
  clock.setTo(clock.now() + 5_000);
  const second = await board();
  expect(second.now - first.now).toBe(5_000);
  expect(second.doctors).toBe(first.doctors);
  await issued();
  const third = await board();
  // Only the book that was changed is looked at again.
  expect(third.doctors[0]).not.toBe(second.doctors[0]);
  expect(third.doctors[1]).toBe(second.doctors[1]);
  const settings = await store.settings();
  await store.saveSettings({ ...settings, clinic: { ...settings.clinic, clinicName: 'Elsewhere' } });
  expect((await board()).clinicName).toBe('Elsewhere');
});

test('who overtakes somebody within a minute is before them on the board from that moment on', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  const { app, clock, issued } = clinic;
  const targetMinutes = { paid: 10, follow_up: 40, walk_in: 40, online: 40 };
  unwrap(await app.call('settings.change', { rules: { targetMinutes }, confirmed: true }, staff));
  const after = (seconds: number): void => clock.setTo(at('09:00') + seconds * 1_000);
  after(10);
  const first = await issued({ source: 'walk_in' });
  after(40);
  const second = await issued({ source: 'paid' });
  const next = async () =>
    unwrap(await app.call('board.view', {}, staff)).doctors[0]?.next.map(({ number }) => number);
  after(45);
  expect(await next()).toEqual([first.number, second.number]);
  after(49);
  expect(await next()).toEqual([first.number, second.number]);
  // Ten seconds of ten minutes are as much as forty of forty.
  after(50);
  expect(await next()).toEqual([second.number, first.number]);
  after(45);
  expect(await next()).toEqual([first.number, second.number]);
});
