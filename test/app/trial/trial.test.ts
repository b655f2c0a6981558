import { expect, test } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import type { RunningTrial, TrialJob } from '../../../src/main/app/outside/trial-room';
import type { TrialResult } from '../../../src/shared/model/trial';
import { at, first, noWindows, openClinic, staff, unwrap } from '../../helpers/clinic';

const result: TrialResult = {
  sources: [],
  doctors: [],
  day: Object.fromEntries(
    ['unseen', 'noShows', 'displaced', 'promoted', 'overtimeMinutes'].map((name) => [
      name,
      { now: 1, proposed: 1, noise: 0 },
    ]),
  ) as TrialResult['day'],
};

/** A clinic whose trials are played by hand. */
async function openTrials() {
  const clinic = await openClinic();
  const jobs: TrialJob[] = [];
  let stopped = 0;
  const room = {
    progress: (_done: number): void => undefined,
    done: (_result: TrialResult): void => undefined,
  };
  const environment = {
    ...clinic.environment,
    trialRoom: {
      start(job: TrialJob, progress: (done: number) => void): RunningTrial {
        jobs.push(job);
        room.progress = progress;
        const played = new Promise<TrialResult>((done) => {
          room.done = done;
        });
        return {
          result: played,
          stop: () => {
            stopped += 1;
          },
        };
      },
    },
  };
  const app = createApp(environment, noWindows);
  const start = () => app.call('trial.start', { rules: { maxRecalls: 5 } }, staff);
  const state = async () => unwrap(await app.call('trial.state', {}, staff));
  return { ...clinic, app, jobs, room, start, state, stops: () => stopped };
}

test('a trial plays now against proposed on the own week, tells how far it is, and keeps nothing', async () => {
  const { start, state, jobs, room, events, store } = await openTrials();
  expect(await state()).toMatchObject({ state: 'none' });
  unwrap(await start());
  const job = first(jobs);
  expect(job).toMatchObject({ now: { maxRecalls: 3 }, proposed: { maxRecalls: 5 }, days: 60 });
  expect(job.doctors).toHaveLength(3);
  expect(job.doctors[0]?.week[1]).toEqual(
    [9, 10, 11, 12].map((hour) => ({ start: hour * 60, end: hour * 60 + 60, capacity: 6, overflow: null })),
  );
  room.progress(30);
  expect(await state()).toMatchObject({ state: 'running', done: 30, rules: { maxRecalls: 5 } });
  room.done(result);
  await expect.poll(state).toMatchObject({ state: 'done', done: 60, result });
  expect(events.some(({ type }) => type === 'trialChanged')).toBe(true);
  expect((await store.settings()).rules.maxRecalls).toBe(3);
});

test('one trial at a time; it is stopped by hand, and what it says afterwards is not heard', async () => {
  const { app, start, state, room, stops } = await openTrials();
  const both = await Promise.all([start(), start()]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  unwrap(await app.call('trial.stop', {}, staff));
  expect(stops()).toBe(1);
  room.progress(50);
  room.done(result);
  expect(await state()).toMatchObject({ state: 'stopped', done: 0, result: null });
  unwrap(await start());
  expect(await state()).toMatchObject({ state: 'running' });
});

test('a trial that nobody looks at any more ends; one that is looked at goes on', async () => {
  const { start, state, room, stops } = await openTrials();
  unwrap(await start());
  for (let told = 1; told <= 30; told += 1) room.progress(told);
  await state();
  for (let told = 1; told <= 30; told += 1) room.progress(told);
  expect(stops()).toBe(0);
  for (let told = 31; told <= 60; told += 1) room.progress(told);
  expect(stops()).toBe(1);
  expect(await state()).toMatchObject({ state: 'stopped' });
});

test('what was seen on the last days is told as counts; no name, number or phone leaves', async () => {
  const { clock, issued, app, start, jobs } = await openTrials();
  for (const day of ['2026-01-05', '2026-01-06', '2026-01-07']) {
    clock.setTo(at('08:30', day));
    for (let person = 0; person < 8; person += 1) await issued({ source: 'paid' });
    for (let person = 0; person < 2; person += 1) {
      const { id: tokenId } = await issued({ source: 'online' });
      clock.setTo(at('09:05', day));
      if (person === 0) unwrap(await app.call('tokens.checkIn', { tokenId }, staff));
    }
    for (let person = 0; person < 3; person += 1) {
      const { doctorId, id } = await issued();
      unwrap(await app.call('tokens.call', { tokenId: id }, staff));
      unwrap(await app.call('tokens.start', { tokenId: id }, staff));
      clock.setTo(clock.now() + 6 * 60_000);
      unwrap(await app.call('tokens.serve', { tokenId: id }, staff));
      expect(doctorId).toBeDefined();
    }
  }
  clock.setTo(at('08:30', '2026-01-08'));
  const { basis } = unwrap(await start());
  expect(basis.map(({ days }) => days)).toEqual([3, 0, 0]);
  const { history } = first(first(jobs).doctors.slice(0));
  expect(history).toMatchObject({
    days: 3,
    came: 3,
    consultations: { count: 9, meanMinutes: expect.closeTo(6, 5), variation: expect.closeTo(0, 5) },
  });
  const hourOf = history?.arrivals.filter(({ source }) => source === 'paid');
  expect(hourOf).toEqual([{ source: 'paid', booked: false, hour: 8, count: 24 }]);
  expect(JSON.stringify(jobs)).not.toMatch(/Patient|90000|A-0/);
});

test('where nothing can be tried that is said', async () => {
  const { app } = await openClinic();
  expect(await app.call('trial.start', { rules: { maxRecalls: 5 } }, staff)).toMatchObject({
    error: { code: 'UNAVAILABLE' },
  });
});
