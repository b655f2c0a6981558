import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../src/main/store/sqlite/migrate';
import { initial } from '../../src/main/store/sqlite/migrations/0001-initial';
import { notices } from '../../src/main/store/sqlite/migrations/0002-notices';
import { slipLanguage } from '../../src/main/store/sqlite/migrations/0003-slip-language';
import { printJobs } from '../../src/main/store/sqlite/migrations/0004-print-jobs';
import { devices } from '../../src/main/store/sqlite/migrations/0005-devices';
import { doctorIdSchema } from '../../src/shared/model/ids';
import { at, MONDAY, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';

const doctorId = doctorIdSchema.parse(crypto.randomUUID());
const slotId = crypto.randomUUID();
const heldId = crypto.randomUUID();
const bookedId = crypto.randomUUID();

/** A token as version 5 wrote it into its events: nothing of the new rules. */
const oldToken = (id: string, sequence: number, stage: string) => ({
  ...{ id, doctorId, serviceDay: MONDAY, series: 'main', sequence, number: `A-00${sequence}` },
  ...{
    source: 'walk_in',
    priority: 4,
    channel: 'desk',
    patientName: `Patient ${sequence}`,
    patientContact: '',
  },
  ...{ createdAt: at('08:30'), updatedAt: at('08:30'), checkedInAt: at('08:30'), displacements: 0 },
  ...{ wishedSlotId: null, note: '', transferredFrom: null, calledAt: null, startedAt: null },
  ...{ status: 'active', slotId, seatedAt: at('08:30'), extra: false, stage, recalls: 0 },
  ...{ lastCalledAt: null, heldAtCall: stage === 'on_hold' ? 1 : null },
});

/** A day in the middle: on a break until 9:40, A-001 on hold, A-002 here. */
function writeVersion5(path: string): void {
  const old = new Database(path);
  migrate(old, [initial, notices, slipLanguage, printJobs, devices]);
  old
    .prepare(
      "INSERT INTO doctors (id, name, specialization, room, prefix, active) VALUES (?, 'Dr', 'x', '1', 'A', 1)",
    )
    .run(doctorId);
  old
    .prepare(
      "INSERT INTO books (doctor_id, service_day, status, revision, calls) VALUES (?, ?, 'open', 3, 1)",
    )
    .run(doctorId, MONDAY);
  old
    .prepare(
      `INSERT INTO slots (id, doctor_id, service_day, start_minute, end_minute, capacity, status, delay_minutes)
       VALUES (?, ?, ?, 540, 600, 6, 'open', 0)`,
    )
    .run(slotId, doctorId, MONDAY);
  const insert = old.prepare(
    `INSERT INTO tokens (id, doctor_id, service_day, series, sequence, number, source, priority, channel,
       patient_name, patient_contact, created_at, updated_at, checked_in_at, displacements, note, status, slot_id,
       seated_at, extra, stage, recalls, held_at_call)
     VALUES (@id, @doctorId, @serviceDay, @series, @sequence, @number, @source, @priority, @channel, @patientName,
       @patientContact, @createdAt, @updatedAt, @checkedInAt, @displacements, @note, @status, @slotId, @seatedAt, 0,
       @stage, @recalls, @heldAtCall)`,
  );
  const row = (token: ReturnType<typeof oldToken>) =>
    Object.fromEntries(Object.entries(token).filter(([, value]) => typeof value !== 'boolean'));
  insert.run(row(oldToken(heldId, 1, 'on_hold')));
  insert.run(row(oldToken(bookedId, 2, 'checked_in')));
  const event = old.prepare(
    `INSERT INTO book_events (doctor_id, service_day, revision, type, at, token_id, body)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const record = (revision: number, type: string, tokenId: string, change: object) => {
    const body = JSON.stringify({ type, at: at('08:30'), ...change });
    event.run(doctorId, MONDAY, revision, type, at('08:30'), tokenId, body);
  };
  const seat = { code: 'free_seat', rule: 'R3', slotId };
  record(1, 'tokenIssued', heldId, { before: null, after: oldToken(heldId, 1, 'checked_in'), reason: seat });
  record(2, 'tokenIssued', bookedId, {
    before: null,
    after: oldToken(bookedId, 2, 'checked_in'),
    reason: seat,
  });
  record(3, 'tokenHeld', heldId, {
    before: oldToken(heldId, 1, 'checked_in'),
    after: oldToken(heldId, 1, 'on_hold'),
    reason: { code: 'asked_by_staff', rule: 'R19' },
  });
  old
    .prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
    .run(`break ${MONDAY} ${doctorId}`, String(at('09:40')));
  old
    .prepare("INSERT INTO settings (key, value) VALUES ('all', ?)")
    .run(JSON.stringify({ rules: { joinRunningSlot: 'emergency', heldBackCalls: 0, maxRecalls: 4 } }));
  old.close();
}

test('a day of an older version goes on: break, hold, settings; and what was done then can be undone', async () => {
  const path = join(temporaryFolder(), 'data.db');
  writeVersion5(path);
  const clinic = await openClinic({ path, time: at('09:20') });
  const view = async () => unwrap(await clinic.app.call('books.view', { doctorId }, staff));
  expect(await view()).toMatchObject({
    breakUntil: at('09:40'),
    reopenedAt: null,
    maxRecalls: 4,
    heldBack: [{ tokenId: heldId, place: { code: 'held_back', since: at('08:30'), callsToGo: 1 } }],
    tokens: [
      { number: 'A-001', stage: 'on_hold', heldAt: null, heldFor: null, unanswered: 0, precedence: null },
      { number: 'A-002', stage: 'checked_in', lostSlotId: null, upgradedFrom: null, leftDoorAt: null },
    ],
  });
  const { rules } = await clinic.store.settings();
  expect(rules).toMatchObject({ joinRunningSlot: 'here', heldBackCalls: 1, recallGapSeconds: 20 });
  expect((await view()).queue.map(({ tokenId }) => tokenId)).toEqual([bookedId]);
  const undone = unwrap(
    await clinic.app.call('tokens.undo', { tokenId: (await view()).tokens[0]?.id ?? '' }, staff),
  );
  expect(undone).toMatchObject({ stage: 'checked_in', heldAtCall: null, unanswered: 0, precedence: null });
  unwrap(await clinic.app.call('doctors.endBreak', { doctorId }, staff));
  expect((await view()).breakUntil).toBeNull();
  const history = unwrap(await clinic.app.call('tokens.history', { tokenId: undone.id }, staff));
  expect(history.map(({ type }) => type)).toEqual(['tokenIssued', 'tokenHeld', 'tokenRestored']);
});
