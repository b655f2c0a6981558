import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Context, issue } from '../../src/main/engine';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { tokenIdSchema } from '../../src/shared/model/ids';
import { defaultRules } from '../../src/shared/model/settings';
import { serviceDaySchema } from '../../src/shared/model/time';
import { at, first, MONDAY, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';
import { measure, report } from './measure';

const day = serviceDaySchema.parse(MONDAY);

test('issuing and calling, against one durable one-row commit', async () => {
  const folder = temporaryFolder();
  const floorDatabase = openDatabase({ path: join(folder, 'floor.db') });
  floorDatabase.exec('CREATE TABLE floor (value INTEGER) STRICT');
  const insert = floorDatabase.prepare('INSERT INTO floor VALUES (?)');
  const floor = await measure('floor: one durable one-row commit', 500, (run) => insert.run(run));
  floorDatabase.close();

  const clinic = await openClinic({ path: join(folder, 'data.db') });
  const doctorId = first(clinic.doctorIds);
  const issued = await measure('issue a token, book of 0 to 120', 100, () => clinic.issue());
  const view = await measure('view a book of 120', 200, () =>
    clinic.app.call('books.view', { doctorId }, staff),
  );
  const next = await measure('call next and serve, book of 120', 50, async () => {
    const token = unwrap(await clinic.app.call('queue.callNext', { doctorId }, staff));
    unwrap(await clinic.app.call('tokens.serve', { tokenId: token.id }, staff));
  });
  for (let more = 0; more < 880; more += 1) await clinic.issued();
  const large = await measure('issue a token, book of 1,000', 100, () => clinic.issue());
  const measurements = [floor, issued, view, next, large];
  console.log(report('A command on a real database file', measurements));
  expect(measurements.every(({ median }) => median > 0)).toBe(true);
});

test('the engine alone, in memory', async () => {
  const clinic = await openClinic();
  for (let person = 0; person < 100; person += 1) await clinic.issued();
  const key = { doctorId: first(clinic.doctorIds), serviceDay: day };
  const book = await clinic.store.book(key, day);
  if (!book) throw new Error('no book');
  const context: Context = { now: at('08:31'), today: day, rules: defaultRules };
  const request = () => ({
    id: tokenIdSchema.parse(crypto.randomUUID()),
    source: 'emergency' as const,
    channel: 'desk' as const,
    patientName: 'Somebody',
    patientContact: '',
  });
  const copy = await measure('floor: copy a book of 100 tokens', 2000, () => structuredClone(book));
  const decide = await measure('decide an emergency in a book of 100', 2000, () =>
    issue(book, request(), context),
  );
  console.log(report('A decision', [copy, decide]));
  expect(decide.median).toBeGreaterThan(0);
});
