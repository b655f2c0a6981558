import { expect, it } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import type { DocumentMaker, DocumentPage } from '../../../src/main/app/outside/document-maker';
import { reserveBlanks } from '../../../src/main/app/paper/printed-blanks';
import { blankNumbers, LAST_BLANK } from '../../../src/shared/model/blanks';
import type { DoctorId, TokenId } from '../../../src/shared/model/ids';
import type { PaperRow } from '../../../src/shared/model/paper';
import { at, first, noWindows, openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

/** A blank as a receptionist reads it off the paper. */
function row(sequence: number, clock: string, more: Partial<PaperRow> = {}): PaperRow {
  const patient = { patientName: `Patient ${sequence}`, patientContact: '' };
  return { sequence, at: at(clock), source: 'walk_in', became: 'waits', ...patient, ...more };
}

/** An outage from ten to half past eleven, after one number was given out. */
async function afterOutage(): Promise<TestClinic & { doctorId: DoctorId }> {
  const clinic = await openClinic({ time: at('09:50'), watched: true });
  await clinic.issued();
  clinic.clock.setTo(at('11:30'));
  await clinic.environment.watch.startAnew(at('11:30'));
  return { ...clinic, doctorId: first(clinic.doctorIds) };
}

it('R25: a list is entered in the order of its times, whatever the order of its rows', async () => {
  const { app, doctorId } = await afterOutage();
  const rows = [
    row(3, '10:30'),
    row(1, '10:05', { became: 'served' }),
    row(2, '10:20', { became: 'left' }),
    row(4, '10:40', { patientContact: '9876543210' }),
  ];
  const { tokens } = unwrap(await app.call('tokens.paper', { doctorId, rows }, staff));
  expect(tokens.map(({ number, status }) => `${number} ${status}`)).toEqual([
    'A-P03 active',
    'A-P01 served',
    'A-P02 cancelled',
    'A-P04 active',
  ]);
  expect(tokens[1]).toMatchObject({ servedAt: at('10:05'), checkedInAt: at('10:05'), channel: 'paper' });
  const recent = unwrap(await app.call('changes.recent', {}, staff));
  const paper = recent.filter(({ number }) => number.startsWith('A-P'));
  expect(paper.map(({ number }) => number)).toEqual(['A-P04', 'A-P03', 'A-P02', 'A-P01']);
});

it('R25: one row that cannot be entered keeps all out, and says which', async () => {
  const { app, doctorId } = await afterOutage();
  unwrap(await app.call('tokens.paper', { doctorId, rows: [row(7, '10:40')] }, staff));
  const rows = [row(5, '10:10'), row(6, '10:20'), row(7, '10:30'), row(8, '12:00')];
  expect(await app.call('tokens.paper', { doctorId, rows }, staff)).toMatchObject({
    error: { code: 'CONFLICT', message: 'A-P07 has been entered already.', details: { row: 2 } },
  });
  expect(unwrap(await app.call('books.view', { doctorId }, staff)).tokens).toHaveLength(2);
  const checked = unwrap(await app.call('tokens.checkPaper', { doctorId, rows }, staff));
  expect(checked.map(({ problem }) => problem)).toEqual([null, null, 'number_taken', 'future']);
});

it('R25: the same number twice on one list is told of the later one', async () => {
  const { app, doctorId } = await afterOutage();
  const rows = [row(2, '10:20'), row(2, '10:10', { patientName: 'Ravi' })];
  const checked = unwrap(await app.call('tokens.checkPaper', { doctorId, rows }, staff));
  expect(checked.map(({ problem }) => problem)).toEqual(['number_taken', null]);
});

it('R25: what looks odd is said once, and can be entered all the same', async () => {
  const { app, doctorId, environment } = await afterOutage();
  const asha = { patientName: 'Asha', patientContact: '9876543210' };
  unwrap(await app.call('tokens.issue', { doctorId, source: 'walk_in', ...asha }, staff));
  await makeBlanks({ app, environment }, { doctorId, sheets: 1 });
  const rows = [
    row(1, '10:05'),
    row(2, '11:20'),
    row(3, '10:15', asha),
    row(40, '10:20'),
    row(5, '09:40', { patientName: 'Early' }),
  ];
  const checked = unwrap(await app.call('tokens.checkPaper', { doctorId, rows }, staff));
  expect(checked.map(({ problem, doubts }) => [problem, ...doubts])).toEqual([
    [null],
    [null, 'out_of_order'],
    [null, 'has_token'],
    [null, 'not_printed'],
    [null, 'out_of_order', 'before_outage'],
  ]);
  const knowingly = rows.map((one) => ({ ...one, allowDuplicate: true }));
  const entered = unwrap(await app.call('tokens.paper', { doctorId, rows: knowingly }, staff));
  expect(entered.tokens).toHaveLength(5);
  expect(entered.warnings).toContain('same_patient_has_token');
});

it('R25: sent again after a lost answer, a list is entered once', async () => {
  const { app, doctorId } = await afterOutage();
  const wish = { doctorId, rows: [row(1, '10:05'), row(2, '10:06')], requestId: 'paper-list-1' };
  const one = unwrap(await app.call('tokens.paper', wish, staff));
  expect(unwrap(await app.call('tokens.paper', wish, staff))).toEqual(one);
  expect(unwrap(await app.call('books.view', { doctorId }, staff)).tokens).toHaveLength(3);
});

it('R25, R23: each of them is taken back, and entered again as it should have been', async () => {
  const { app, doctorId } = await afterOutage();
  const rows = [row(1, '10:05', { became: 'served' }), row(2, '10:06', { became: 'left' }), row(3, '10:07')];
  const { tokens } = unwrap(await app.call('tokens.paper', { doctorId, rows }, staff));
  const undo = (tokenId: TokenId) => app.call('tokens.undo', { tokenId }, staff);
  for (const { id } of tokens) expect(unwrap(await undo(id))).toMatchObject({ cancelReason: 'undone' });
  const again = rows.map((one) => ({ ...one, became: 'waits' as const, patientName: 'Ravi' }));
  const second = unwrap(await app.call('tokens.paper', { doctorId, rows: again }, staff));
  expect(second.tokens.map(({ id, status, patientName }) => [id, status, patientName])).toEqual(
    tokens.map(({ id }) => [id, 'active', 'Ravi']),
  );
});

it('R25: blanks go on where the last sheet ended; two desks at once never get the same numbers', async () => {
  const clinic = await afterOutage();
  const { doctorId } = clinic;
  expect(unwrap(await clinic.app.call('app.status', {}, staff)).blanksPrinted).toBe(false);
  const sheets = await Promise.all([
    makeBlanks(clinic, { doctorId, sheets: 1 }),
    makeBlanks(clinic, { doctorId, sheets: 2 }),
  ]);
  const all = [...sheets.flat(), ...(await makeBlanks(clinic, { doctorId, sheets: 1 }))];
  expect(new Set(all).size).toBe(80);
  expect([all[0], all[79]]).toEqual(['A-P01', 'A-P80']);
  // Each doctor's are counted by themselves.
  expect((await makeBlanks(clinic, { sheets: 1 })).slice(0, 21)).toContain('B-P01');
  expect(unwrap(await clinic.app.call('app.status', {}, staff)).blanksPrinted).toBe(true);
  expect(blankNumbers(LAST_BLANK, 3)).toEqual([999, 1, 2]);
});

it('R25: a sheet that could not be made uses its numbers up', async () => {
  const clinic = await afterOutage();
  const { doctorId } = clinic;
  const broken: DocumentMaker = {
    save: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    open: async () => true,
  };
  const app = createApp({ ...clinic.environment, documents: broken }, noWindows);
  const document = { kind: 'blanks', doctorId, sheets: 1 } as const;
  expect(await app.call('documents.make', { document, language: 'en' }, staff)).toMatchObject({
    error: { code: 'UNAVAILABLE' },
  });
  expect((await makeBlanks(clinic, { doctorId, sheets: 1 }))[0]).toBe('A-P21');
});

/** What stands on the blanks, as their page gets it. */
async function makeBlanks(
  { environment, app: asked }: Pick<TestClinic, 'environment' | 'app'>,
  wish: { doctorId?: DoctorId; sheets: number },
): Promise<string[]> {
  const pages: DocumentPage[] = [];
  const documents: DocumentMaker = {
    save: async (page) => {
      pages.push(page);
      return 'blanks.pdf';
    },
    open: async () => true,
  };
  const app = createApp({ ...environment, documents }, noWindows);
  unwrap(await app.call('documents.make', { document: { kind: 'blanks', ...wish }, language: 'en' }, staff));
  const page = first(pages);
  if (page.kind !== 'blanks') throw new Error('That is no sheet of blanks.');
  const sheets = unwrap(await asked.call('documents.blanks', { batches: [...page.batches] }, staff));
  return sheets.batches.flatMap(({ numbers }) => numbers);
}

it('R25: who was noted without a blank gets no number of one that is in the drawer, on the list, or printed later', async () => {
  const { app, doctorId, environment } = await afterOutage();
  const unnumbered = (clock: string, patientName: string) => {
    const { sequence: _none, ...rest } = row(0, clock, { patientName });
    return rest;
  };
  // No blanks yet: behind all that the list has.
  const list = [unnumbered('10:10', 'Asha'), row(2, '10:20')];
  const listed = unwrap(await app.call('tokens.paper', { doctorId, rows: list }, staff));
  expect(listed.tokens.map(({ number }) => number)).toEqual(['A-P03', 'A-P02']);

  await reserveBlanks(environment.store, [doctorId], 20);
  const rows = [unnumbered('10:30', 'Ravi'), row(12, '10:40')];
  const checked = unwrap(await app.call('tokens.checkPaper', { doctorId, rows }, staff));
  expect(checked.map(({ problem, doubts }) => [problem, doubts])).toEqual([
    [null, []],
    [null, []],
  ]);
  const { tokens } = unwrap(await app.call('tokens.paper', { doctorId, rows }, staff));
  expect(tokens.map(({ number }) => number)).toEqual(['A-P21', 'A-P12']);
  expect(await reserveBlanks(environment.store, [doctorId], 1)).toMatchObject([{ first: 22 }]);
});
