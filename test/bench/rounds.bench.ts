import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeRounds } from '../../src/main/app/day/rounds';
import { at, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';
import { ageDatabase } from './age-database';
import { measure, report } from './measure';

const DOCTORS = 60;
const PATIENTS = 20;
const OLD_TOKENS = 100_000;

test('rounds, summaries and the board: 60 doctors, 1,200 patients today, and 100,000 before', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const clinic = await openClinic({ path });
  const schedule = [{ weekday: 1, startMinute: 540, endMinute: 780, slotMinutes: 60, capacity: 6 }];
  for (let extra = clinic.doctorIds.length; extra < DOCTORS; extra += 1) {
    unwrap(await clinic.app.call('doctors.save', { name: `Doctor ${extra}`, schedule }, staff));
  }
  const doctors = await clinic.store.doctors();
  for (const { id: doctorId } of doctors) {
    for (let patient = 0; patient < PATIENTS; patient += 1) await clinic.issued({ doctorId });
  }
  ageDatabase(path, OLD_TOKENS);
  const rounds = makeRounds(clinic.environment);
  await rounds.run();
  let now = at('09:05');
  const tick = (): void => {
    now += 15_000;
    clinic.clock.setTo(now);
  };

  let stall = 0;
  const round = await measure('a round', 20, async () => {
    tick();
    let last = performance.now();
    const watch = setInterval(() => {
      stall = Math.max(stall, performance.now() - last);
      last = performance.now();
    }, 1);
    await rounds.run();
    stall = Math.max(stall, performance.now() - last);
    clearInterval(watch);
  });
  const issue = await measure('issue a token', 20, () => clinic.issue());
  const summaries = await measure('doctors.summaries', 20, () =>
    clinic.app.call('doctors.summaries', {}, staff),
  );
  const board = await measure('board.view', 20, () => clinic.app.call('board.view', {}, staff));
  const found = await measure('tokens.find by phone, today', 20, () =>
    clinic.app.call('tokens.find', { query: '98765 4' }, staff),
  );
  const known = await measure('patients.known of five digits', 20, () =>
    clinic.app.call('patients.known', { contact: '98000' }, staff),
  );
  console.log(report('A large clinic', [issue, round, summaries, board, found, known]));
  console.log(`longest stretch in a round in which nobody else was served: ${stall.toFixed(1)} ms`);
  expect(round.median).toBeGreaterThan(0);
});
