import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import { openSqliteStore } from '../../../src/main/store/sqlite/sqlite-store';
import type { TokenPlace } from '../../../src/main/store/store';
import type { CallInput } from '../../../src/shared/contract';
import { printJobIdSchema, type TokenId } from '../../../src/shared/model/ids';
import { ERASED_NAME } from '../../../src/shared/model/patient';
import { searchFor } from '../../../src/shared/model/search';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { ok } from '../../../src/shared/result';
import {
  at,
  first,
  MONDAY,
  noWindows,
  openClinic,
  staff,
  temporaryFolder,
  unwrap,
} from '../../helpers/clinic';
import { auditLine } from '../../store/contract/audit.contract';
import { days } from '../../store/contract/kit';

const monday = serviceDaySchema.parse(MONDAY);
const asha = { patientName: 'Asha Vermaji', patientContact: '9876543210', note: 'Ashaji coughs' } as const;
/** What names her, as bytes of a file: as written, folded as for a search, and her phone. */
const traces = ['Vermaji', 'vermaji', '9876543210', 'Ashaji', 'ashaji'];

/** A clinic in a folder of its own, with slips beside its database. */
async function openFolder() {
  const folder = temporaryFolder();
  const path = join(folder, 'opd.db');
  const store = openSqliteStore({ path, ...days });
  const clinic = await openClinic({ store });
  const [slipFolder, documentFolder] = [join(folder, 'slips'), join(folder, 'documents')];
  const environment = { ...clinic.environment, slipFolder, documentFolder };
  return {
    ...clinic,
    environment,
    app: createApp(environment, noWindows),
    folder,
    path,
    slipFolder,
    documentFolder,
  };
}
type Clinic = Awaited<ReturnType<typeof openFolder>>;

/** Where in a folder's files any of these stands. */
function standsIn(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    return texts.filter((text) => bytes.includes(text)).map((text) => `${entry.name}: ${text}`);
  });
}

/** A visit with all that is ever kept of one: events, a reason in words, a call, slips, answers, files. */
async function visit(
  { app, store, slipFolder, documentFolder, doctorIds }: Clinic,
  wish: Pick<CallInput<'tokens.issue'>, 'patientName' | 'patientContact' | 'note'> = asha,
) {
  const doctorId = first(doctorIds);
  const input = { doctorId, source: 'online', requestId: 'visit-0001', ...wish } as const;
  const { token } = unwrap(await app.call('tokens.issue', input, staff));
  const { id: tokenId, number } = token;
  unwrap(await app.call('doctors.setDelay', { doctorId, minutes: 20 }, staff));
  const emergency = { tokenId, note: 'Ashaji is worse', requestId: 'worse-0001' };
  unwrap(await app.call('tokens.upgrade', emergency, staff));
  unwrap(await app.call('tokens.correct', { tokenId, patientName: 'Asha K Vermaji' }, staff));
  const job = unwrap(await app.call('slips.job', { tokenId }, staff));
  const slips = join(slipFolder, MONDAY);
  mkdirSync(slips, { recursive: true });
  mkdirSync(documentFolder, { recursive: true });
  const files = [`${number}.pdf`, `${number}-duplicate-1.pdf`].map((file) => join(slips, file));
  const lists = [`visits-${number}-${MONDAY}-101500.pdf`, `list-A-${MONDAY}-101500.pdf`];
  const all = [...files, ...lists.map((file) => join(documentFolder, file))];
  for (const file of all) writeFileSync(file, `%PDF ${traces.join(' ')}`);
  writeFileSync(join(slips, 'A-999.pdf'), '%PDF of somebody else');
  if (job) {
    const saved = { ...job, id: printJobIdSchema.parse(job.id), pdfPath: files[0] ?? null };
    unwrap(
      await store.transact({ books: [], today: monday, now: at('08:31') }, () =>
        ok({ books: [], printJobs: [saved], answer: {} }),
      ),
    );
  }
  unwrap(await app.call('tokens.cancel', { tokenId }, staff));
  const reason = { code: 'left', text: 'Ashaji phoned 9876543210' };
  await store.addAuditLine(auditLine({ kind: 'tokens.cancel', tokenId, reason }));
  return { tokenId, number, doctorId, input, files: all, somebodyElse: join(slips, 'A-999.pdf') };
}

/** Everything of a day but whose it was. */
async function figures({ store, app }: Clinic, doctorId: Clinic['doctorIds'][number]) {
  const key = { doctorId, serviceDay: monday };
  const book = await store.book(key, monday);
  const events = await store.events(key);
  const summary = unwrap(await app.call('books.summary', { serviceDay: monday }, staff));
  const nameless = (value: unknown) =>
    JSON.parse(
      JSON.stringify(value, (name, part: unknown) =>
        ['patientName', 'patientContact', 'patientId', 'note'].includes(name) ? undefined : part,
      ),
    ) as unknown;
  return nameless({ book, events, summary });
}

test('erasing one patient leaves no byte of the name or phone in the database, its log or its files, and every figure', async () => {
  const clinic = await openFolder();
  const { app, store, folder } = clinic;
  const { tokenId, doctorId, files, somebodyElse } = await visit(clinic);
  for (let people = 0; people < 40; people += 1) await clinic.issued();
  expect(new Set(standsIn(folder, traces).map((found) => found.split(': ')[1]))).toEqual(new Set(traces));
  const before = await figures(clinic, doctorId);
  const { lines } = unwrap(await app.call('audit.list', {}, staff));
  expect(unwrap(await app.call('privacy.erase', { tokenIds: [tokenId] }, staff))).toEqual({ tokens: 1 });
  expect(standsIn(folder, traces)).toEqual([]);
  expect(await figures(clinic, doctorId)).toEqual(before);
  expect(files.filter((file) => existsSync(file))).toEqual([]);
  expect(existsSync(somebodyElse)).toBe(true);
  expect(await store.checkAudit(null, 1_000)).toMatchObject({ fault: null, isEnd: true });
  const after = unwrap(await app.call('audit.list', {}, staff)).lines;
  expect(after[0]).toMatchObject({ kind: 'privacy.erase', details: { tokenIds: 1 }, tokenId: null });
  expect(after).toHaveLength(lines.length + 2);
  await store.close();
  expect(standsIn(folder, traces)).toEqual([]);
});

test('a visit that goes on with another doctor is not over, and what was erased is not taken back', async () => {
  const clinic = await openClinic();
  const { app, doctorIds } = clinic;
  const { id: tokenId, number } = await clinic.issued({ patientName: 'Asha Verma' });
  const doctorId = doctorIds[1] ?? first(doctorIds);
  const there = unwrap(await app.call('tokens.transfer', { tokenId, doctorId }, staff));
  expect(await app.call('privacy.erase', { tokenIds: [tokenId] }, staff)).toMatchObject({
    error: { code: 'CONFLICT', details: { number: there.number } },
  });
  unwrap(await app.call('tokens.undo', { tokenId }, staff));
  unwrap(await app.call('tokens.cancel', { tokenId }, staff));
  unwrap(await app.call('privacy.erase', { tokenIds: [tokenId] }, staff));
  expect(await app.call('tokens.undo', { tokenId }, staff)).toMatchObject({ error: { code: 'CONFLICT' } });
  const { tokens } = unwrap(await app.call('books.view', { doctorId: first(doctorIds) }, staff));
  expect(tokens.find((token) => token.number === number)).toMatchObject({ status: 'cancelled' });
});

test('nobody finds an erased patient any more, and the history shows the visit without a name', async () => {
  const clinic = await openFolder();
  const { app } = clinic;
  const { tokenId, doctorId } = await visit(clinic);
  unwrap(await app.call('privacy.erase', { tokenIds: [tokenId] }, staff));
  const none = [
    await app.call('tokens.find', { query: 'Vermaji' }, staff),
    await app.call('tokens.find', { query: '9876543210' }, staff),
    await app.call('patients.known', { contact: '98765' }, staff),
    await app.call('privacy.find', { query: 'Vermaji' }, staff),
    await app.call('privacy.find', { query: '98765 43210' }, staff),
    await app.call('callList.view', {}, staff),
  ];
  for (const found of none) expect(found).toEqual({ ok: true, value: [] });
  const seen = unwrap(await app.call('tokens.get', { tokenId }, staff));
  expect(seen.token).toMatchObject({ patientName: ERASED_NAME, patientContact: '', note: '' });
  expect(unwrap(await app.call('patients.history', { tokenId }, staff)).visits).toHaveLength(1);
  expect(unwrap(await app.call('tokens.history', { tokenId }, staff)).length).toBeGreaterThan(2);
  // R17: the same person comes again, and is somebody new.
  const again = await app.call('tokens.issue', { doctorId, source: 'walk_in', ...asha }, staff);
  expect(unwrap(again).token.patientName).toBe('Asha Vermaji');
  expect(clinic.events).toContainEqual({ type: 'everythingChanged' });
});

test('R17: a request sent again whose patient was erased is answered, without the patient, and not done again', async () => {
  const clinic = await openFolder();
  const { app, store } = clinic;
  const { tokenId, input, number } = await visit(clinic);
  unwrap(await app.call('privacy.erase', { tokenIds: [tokenId], requestId: 'erase-0001' }, staff));
  const again = unwrap(await app.call('tokens.issue', input, staff));
  expect(again.token).toMatchObject({ id: tokenId, number, patientName: ERASED_NAME, patientContact: '' });
  expect(JSON.stringify(again)).not.toMatch(/Vermaji|98765/);
  expect(await store.listTokens({ serviceDay: monday, search: null }, 100)).toHaveLength(1);
  const erased = await app.call('privacy.erase', { tokenIds: [tokenId], requestId: 'erase-0001' }, staff);
  expect(unwrap(erased)).toMatchObject({ tokens: 1 });
  expect(await store.auditLines({ kind: 'privacy.erase' }, 10)).toHaveLength(1);
});

test('who is not through with the visit is refused whole, and so is a visit nobody knows', async () => {
  const clinic = await openFolder();
  const { app, store, folder } = clinic;
  const { tokenId, files } = await visit(clinic);
  const waiting = await clinic.issued();
  const both = { tokenIds: [tokenId, waiting.id] };
  const refused = await app.call('privacy.erase', both, staff);
  expect(refused).toMatchObject({ error: { code: 'CONFLICT', details: { number: waiting.number } } });
  const unknown = crypto.randomUUID() as TokenId;
  expect(await app.call('privacy.erase', { tokenIds: [tokenId, unknown] }, staff)).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  expect(await app.call('privacy.erase', { tokenIds: [] }, staff)).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  });
  expect(files.every((file) => existsSync(file))).toBe(true);
  expect(standsIn(folder, ['Vermaji']).length).toBeGreaterThan(0);
  expect(await store.auditLines({ kind: 'privacy.erase' }, 10)).toEqual([]);
});

test('a slip that cannot be deleted is said, and nothing is erased before', async () => {
  const clinic = await openFolder();
  const { app } = clinic;
  const { tokenId, files } = await visit(clinic);
  const [slip = ''] = files;
  // A folder where the file was, as if another program held it.
  mkdirSync(`${slip}.d/inside`, { recursive: true });
  const number = slip.split('/').at(-1)?.replace('.pdf', '');
  mkdirSync(join(clinic.slipFolder, MONDAY, `${number}-held.pdf`, 'inside'), { recursive: true });
  const refused = await app.call('privacy.erase', { tokenIds: [tokenId] }, staff);
  expect(refused).toMatchObject({
    error: { code: 'UNAVAILABLE', message: expect.stringContaining('-held.pdf') },
  });
  expect(unwrap(await app.call('privacy.find', { query: 'Vermaji' }, staff))).toHaveLength(1);
});

test('a family shares a phone: the visits of one name are ticked, and a transfer is the same patient', async () => {
  const clinic = await openFolder();
  const { app, issued, doctorIds } = clinic;
  const phone = '+91 98765 43210';
  const mother = await issued({ patientName: 'Sita Rao', patientContact: '9876543210' });
  const child = await issued({ patientName: 'Ravi Rao', patientContact: phone });
  const other = await issued({ patientName: 'Sita Rao', patientContact: '9111111111' });
  const [, doctorId = first(doctorIds)] = doctorIds;
  const moved = unwrap(await app.call('tokens.transfer', { tokenId: mother.id, doctorId }, staff));
  unwrap(await app.call('tokens.correct', { tokenId: moved.id, patientName: 'Sita Devi Rao' }, staff));
  const found = unwrap(await app.call('privacy.find', { query: 'rao' }, staff));
  expect(found.map(({ patientName }) => patientName).sort()).toEqual([
    'Ravi Rao',
    'Sita Devi Rao',
    'Sita Rao',
    'Sita Rao',
  ]);
  const visits = unwrap(await app.call('privacy.visits', { tokenId: mother.id }, staff));
  const same = visits.filter(({ isSame }) => isSame).map(({ tokenId }) => tokenId);
  expect(new Set(same)).toEqual(new Set([mother.id, moved.id]));
  expect(visits.map(({ tokenId }) => tokenId)).toContain(child.id);
  expect(visits.map(({ tokenId }) => tokenId)).not.toContain(other.id);
  expect(unwrap(await app.call('privacy.find', { query: 'ra' }, staff))).toEqual([]);
});

test('all days are searched in pieces, which miss nobody and give nobody twice', async () => {
  const { store, issued, app } = await openFolder();
  const made: string[] = [];
  for (const serviceDay of ['2026-01-05', '2026-01-06', '2026-01-07'].map((day) =>
    serviceDaySchema.parse(day),
  ))
    for (const patientName of ['Asha Rao', 'Ravi Rao', 'Mira Das'])
      made.push(
        (await issued({ patientName, patientContact: '9876543210', source: 'online', serviceDay })).id,
      );
  const search = searchFor('rao');
  if (search === null) throw new Error('Nothing is searched for.');
  const found: string[] = [];
  for (let place: TokenPlace | null | undefined; place !== null; ) {
    const piece = await store.findPatients(search, place ?? null, 2);
    found.push(...piece.found.map(({ id }) => id));
    place = piece.next;
  }
  expect(found.sort()).toEqual(made.filter((_, index) => index % 3 < 2).sort());
  expect(unwrap(await app.call('privacy.find', { query: 'rao' }, staff))).toMatchObject(
    Array(2).fill({ visits: 3, lastDay: '2026-01-07' }),
  );
});

test('the export is one page with all that is kept, which no name turns into something else', async () => {
  const clinic = await openFolder();
  const { app } = clinic;
  const { tokenId } = await visit(clinic, { ...asha, patientName: 'Asha <script>alert(1)</script> Vermaji' });
  const { path, tokens } = unwrap(await app.call('privacy.export', { tokenIds: [tokenId] }, staff));
  expect([tokens, path.split('/').at(-1)]).toEqual([
    1,
    expect.stringMatching(/^patient-2026-01-05T08-30.*\.html$/),
  ]);
  const page = readFileSync(path, 'utf8');
  expect(page).not.toContain('<script');
  const [, raw = ''] = /<pre id="data">([^<]*)<\/pre>/.exec(page) ?? [];
  const data = JSON.parse(
    raw.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  ) as Record<string, unknown[]>;
  expect(data).toMatchObject({ format: 'opd-tokens-patient', version: 1, tokens: [{ id: tokenId }] });
  for (const part of ['events', 'audit', 'answers', 'printJobs'])
    expect(data[part]?.length, part).toBeGreaterThan(0);
  for (const word of ['Vermaji', '9876543210', 'Ashaji is worse', 'Ashaji phoned', 'tokens.cancel'])
    expect(page).toContain(word);
  const [read = ''] = page.split('<details>');
  for (const words of [
    'Made an emergency',
    'Got the token',
    'Cancelled the visit',
    'Left without being seen: Ashaji',
  ])
    expect(read).toContain(words);
  expect(await clinic.store.auditLines({ kind: 'privacy.export' }, 10)).toMatchObject([
    { details: { tokenIds: 1 } },
  ]);
});

test('R16: for people the page has words and no codes; who was not seen when the day was closed was not cancelled', async () => {
  const clinic = await openFolder();
  const { app } = clinic;
  const { id: tokenId, doctorId } = await clinic.issued(asha);
  unwrap(await app.call('books.close', { doctorId }, staff));
  unwrap(await app.call('privacy.visits', { tokenId }, staff));
  const { path } = unwrap(await app.call('privacy.export', { tokenIds: [tokenId] }, staff));
  const [read = ''] = readFileSync(path, 'utf8').split('<body>')[1]?.split('<details>') ?? [];
  for (const words of [
    'Walk-in',
    'Not seen: the day was closed',
    'Looked at what is kept of the patient',
    'Reception',
  ])
    expect(read).toContain(words);
  expect(read).not.toMatch(/\b[a-z]+_[a-z]+|\btoken[A-Z]|\b(?:privacy|tokens|books)\.|\bcancelled\b/i);
});

test('traces of a large file go later: until then it is told, and a restart does not forget it', async () => {
  const { store, path, folder, ...clinic } = await openFolder();
  const { tokenId } = await visit({ store, path, folder, ...clinic });
  unwrap(
    await store.transact({ books: [], today: monday, now: at('09:00') }, () =>
      ok({ books: [], erased: [tokenId], answer: {} }),
    ),
  );
  expect(await store.wipeTraces(10)).toBe(false);
  await store.close();
  const again = openSqliteStore({ path, ...days });
  expect(await again.wipeTraces(10)).toBe(false);
  expect(await again.wipeTraces(Number.MAX_SAFE_INTEGER)).toBe(true);
  expect(await again.wipeTraces(0)).toBe(true);
  await again.close();
  const database = new Database(path, { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
  expect(standsIn(folder, traces).filter((found) => found.startsWith('opd.db'))).toEqual([]);
});

test('who a token was for before it was corrected goes with it, and what was saved of a patient is kept with no request', async () => {
  const { app, store, path, issued } = await openFolder();
  const token = await issued(asha);
  const facts = {
    ...{ name: 'Asha Vermaji', secondName: '', sex: null, birth: null, contacts: ['9876543210'] },
    ...{
      address: 'Rampurwa',
      clinicNumber: '',
      identifiers: [],
      note: '',
      precedence: null,
      precedenceUntil: null,
    },
  };
  unwrap(await app.call('patients.save', { tokenId: token.id, facts, requestId: 'request-save' }, staff));
  const binu = { patientName: 'Binu', patientContact: '9000000000' };
  unwrap(await app.call('tokens.correct', { tokenId: token.id, ...binu }, staff));
  unwrap(await app.call('tokens.cancel', { tokenId: token.id }, staff));
  expect(await store.patientsNearContact('9876543210')).toHaveLength(1);
  unwrap(await app.call('privacy.erase', { tokenIds: [token.id] }, staff));
  expect(await store.patientsNearContact('9876543210')).toEqual([]);
  expect(await store.patientsNearContact('9000000000')).toEqual([]);
  const raw = new Database(path, { readonly: true });
  const kept = raw.prepare(
    "SELECT id FROM requests WHERE answer LIKE '%Rampurwa%' OR answer LIKE '%Vermaji%'",
  );
  expect(kept.all()).toEqual([]);
  raw.close();
});

test('the visits of a row that was merged are those of the patient who stands for it', async () => {
  const clinic = await openClinic();
  const one = await clinic.issued({ ...asha, doctorId: first(clinic.doctorIds) });
  const two = await clinic.issued({
    ...asha,
    patientName: 'A. Vermaji',
    doctorId: first(clinic.doctorIds.slice(1)),
  });
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: two.id }, staff));
  const otherId = two.patientId;
  if (otherId === null) throw new Error('Somebody.');
  unwrap(await clinic.app.call('patients.merge', { tokenId: one.id, otherId }, staff));
  for (const { id } of [one, two]) {
    const visits = unwrap(await clinic.app.call('privacy.visits', { tokenId: id }, staff));
    expect(visits.filter(({ isSame }) => isSame)).toHaveLength(2);
  }
});
