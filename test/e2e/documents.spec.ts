import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openCard, openDesk, Typist } from './helpers/desk';
import { doctorId, issueMany, issueOne } from './helpers/patients';

/** How many pages a PDF of Chromium's has: their objects are not packed away. */
function pagesOf(path: string): number {
  return readFileSync(path, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

test('lists and visits as documents: everybody by slot, as many pages as needed, nobody else’s visits, and failures in words', async ({
  launch,
  dataFolder,
}) => {
  test.slow();
  const app = await launch();
  const doctor = await doctorId(app);
  const folder = join(dataFolder, 'documents');
  await issueMany(app, 26);
  const { tokens } = await callFrom(app.home, 'books.view', { doctorId: doctor });

  await test.step('the list has everybody by slot', async () => {
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
  });

  const desk = await openDesk(app);
  await test.step('it is saved as a PDF from the doctor’s dialog, on as many pages as it needs', async () => {
    await issueMany(app, 19, 27);
    await desk.getByTestId('desk-board-A').locator('[data-board-item=head]').click();
    await desk.getByTestId('desk-day-list').click();
    // A page of its own is opened for it, and drawn.
    await expect(desk.getByTestId('toast').first()).toContainText('.pdf', { timeout: 60_000 });
    const [file = ''] = readdirSync(folder);
    expect(file).toMatch(/^list-A-2026-01-05-\d{6}\.pdf$/);
    expect(pagesOf(join(folder, file))).toBeGreaterThan(1);
    await desk.keyboard.press('Escape');
    await expect(desk.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('all visits of a patient, and nobody else’s, from the token’s card', async () => {
    const person = { patientName: 'Asha Verma', patientContact: '9876543210' };
    const c = await doctorId(app, 'C');
    const first = await issueOne(app, { ...person, doctorId: c });
    const second = await issueOne(app, {
      ...person,
      doctorId: await doctorId(app, 'B'),
      patientName: 'asha verma',
    });
    await issueOne(app, { ...person, doctorId: c, patientName: 'Ravi Verma' });
    const history = await callFrom(app.home, 'patients.history', { tokenId: first.id });
    expect(history.visits.map(({ number }) => number).sort()).toEqual([first.number, second.number].sort());
    const typist = new Typist(desk);
    await openCard(desk, typist, first.number, first.number);
    await typist.press('v');
    const visits = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('visits'));
    await expect.poll(visits).toEqual([expect.stringMatching(/^visits-C-001-2026-01-05-\d{6}\.pdf$/)]);
    await expect(desk.getByTestId('toast').filter({ hasText: 'visits-C-001' })).toBeVisible();
    expect(pagesOf(join(folder, visits()[0] ?? ''))).toBe(1);
  });

  await test.step('without a phone number nobody else is taken for the same patient', async () => {
    const bo = { patientName: 'Bo', patientContact: '', doctorId: await doctorId(app, 'B') };
    const first = await issueOne(app, bo);
    await issueOne(app, { ...bo, allowDuplicate: true });
    const history = await callFrom(app.home, 'patients.history', { tokenId: first.id });
    expect(history.visits).toHaveLength(1);
  });

  await test.step('a list that cannot be saved fails in words', async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file where the folder should be');
    const document = { kind: 'dayList', doctorId: doctor, maskPhones: false } as const;
    await expect(callFrom(app.home, 'documents.make', { document, language: 'hi' })).rejects.toThrow(
      /UNAVAILABLE: The folder for documents cannot be written/,
    );
  });

  await test.step('the list hides phones if so wished', async () => {
    const page = `app://opd/index.html?screen=document&kind=dayList&doctorId=${doctor}&maskPhones=true`;
    await app.home.goto(page);
    await expect(app.home.locator('html')).toHaveAttribute('data-ready', 'true');
    const text = await app.home.locator('[data-document]').innerText();
    for (const { number, patientName, patientContact } of tokens) {
      expect(text).toContain(number);
      expect(text).toContain(patientName);
      expect(text).not.toContain(patientContact);
    }
    expect(text).toContain('Cancelled');
  });
});
