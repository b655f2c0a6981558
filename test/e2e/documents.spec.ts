import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openCard, openDesk, Typist } from './helpers/desk';
import { doctorId, issueMany, issueOne } from './helpers/patients';

/** How many pages a PDF of Chromium's has: their objects are not packed away. */
function pagesOf(path: string): number {
  return readFileSync(path, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

test('the day’s list is saved as a PDF from the doctor’s dialog, on as many pages as it needs', async ({
  launch,
  dataFolder,
}) => {
  test.slow();
  const app = await launch();
  await issueMany(app, 45);
  const desk = await openDesk(app);
  await desk.getByTestId('desk-board-A').locator('[data-board-item=head]').click();
  await desk.getByTestId('desk-day-list').click();
  await expect(desk.getByTestId('toast').first()).toContainText('.pdf');
  const folder = join(dataFolder, 'documents');
  const [file = ''] = readdirSync(folder);
  expect(file).toMatch(/^list-A-2026-01-05-\d{6}\.pdf$/);
  expect(pagesOf(join(folder, file))).toBeGreaterThan(1);
});

test('the list has everybody by slot, and hides phones if so wished', async ({ launch }) => {
  const app = await launch();
  const doctor = await doctorId(app);
  await issueMany(app, 26);
  const { tokens } = await callFrom(app.home, 'books.view', { doctorId: doctor });
  const gone = tokens[1];
  if (gone === undefined) throw new Error('Nobody was issued a token.');
  await callFrom(app.home, 'tokens.cancel', { tokenId: gone.id });
  const list = await callFrom(app.home, 'documents.dayList', { doctorId: doctor });
  expect(list.groups.map(({ kind, lines }) => [kind, lines.length])).toEqual([
    ['slot', 7],
    ['slot', 6],
    ['slot', 6],
    ['slot', 6],
    ['waiting', 1],
  ]);
  await app.home.goto(`app://opd/index.html?screen=document&kind=dayList&doctorId=${doctor}&maskPhones=true`);
  await expect(app.home.locator('html')).toHaveAttribute('data-ready', 'true');
  const text = await app.home.locator('[data-document]').innerText();
  for (const { number, patientName, patientContact } of tokens) {
    expect(text).toContain(number);
    expect(text).toContain(patientName);
    expect(text).not.toContain(patientContact);
  }
  expect(text).toContain('Cancelled');
});

test('all visits of a patient, and nobody else’s, from the token’s card', async ({ launch, dataFolder }) => {
  const app = await launch();
  const person = { patientName: 'Asha Verma', patientContact: '9876543210' };
  const first = await issueOne(app, person);
  const second = await issueOne(app, {
    ...person,
    doctorId: await doctorId(app, 'B'),
    patientName: 'asha verma',
  });
  await issueOne(app, { ...person, patientName: 'Ravi Verma' });
  const history = await callFrom(app.home, 'patients.history', { tokenId: first.id });
  expect(history.visits.map(({ number }) => number).sort()).toEqual([first.number, second.number].sort());
  const desk = await openDesk(app);
  const typist = new Typist(desk);
  await openCard(desk, typist, first.number, first.number);
  await typist.press('v');
  await expect(desk.getByTestId('toast').first()).toContainText('.pdf');
  const [file = ''] = readdirSync(join(dataFolder, 'documents'));
  expect(file).toMatch(/^visits-A-001-2026-01-05-\d{6}\.pdf$/);
  expect(pagesOf(join(dataFolder, 'documents', file))).toBe(1);
});

test('without a phone number nobody else is taken for the same patient', async ({ launch }) => {
  const app = await launch();
  const first = await issueOne(app, { patientName: 'Bo', patientContact: '' });
  await issueOne(app, { patientName: 'Bo', patientContact: '', allowDuplicate: true });
  const history = await callFrom(app.home, 'patients.history', { tokenId: first.id });
  expect(history.visits).toHaveLength(1);
});

test('a list that cannot be saved fails in words', async ({ launch, dataFolder }) => {
  const app = await launch();
  writeFileSync(join(dataFolder, 'documents'), 'a file where the folder should be');
  const document = { kind: 'dayList', doctorId: await doctorId(app), maskPhones: false } as const;
  await expect(callFrom(app.home, 'documents.make', { document, language: 'hi' })).rejects.toThrow(
    /UNAVAILABLE: The folder for documents cannot be written/,
  );
});
