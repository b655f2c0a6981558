import type { Page } from '@playwright/test';
import type { Token } from '../../src/shared/model/token';
import { expect, type RunningApp, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { DoctorKeys } from './helpers/doctor';
import { doctorId, issueMany, issueOne, recallAtOnce } from './helpers/patients';
import { enlarged, laptop, picture, wide } from './helpers/pictures';

/** What the rules say in the doctor's window, for `npm run screens`: marks, losses, elsewhere, what is taken back. */
const both = { patientName: 'रवि कुमार शर्मा', patientContact: '9876500001' } as const;

/** Seats lost to an emergency and to a closed slot, needs, a patient of two doctors, one who came by a transfer. */
async function morning(app: RunningApp): Promise<Token> {
  await callFrom(app.home, 'settings.change', { rules: { maxEmergencyOverflow: 0 } });
  await recallAtOnce(app);
  const [a, b] = [await doctorId(app), await doctorId(app, 'B')];
  await issueMany(app, 3);
  await issueOne(app, { ...both, precedence: 'senior' });
  await issueOne(app, { ...both, doctorId: b });
  await issueOne(app, { patientName: 'Kavya Reddy', patientContact: '9876500002', precedence: 'pregnant' });
  await issueOne(app, { source: 'online', patientName: 'Om Prakash', patientContact: '9876500003' });
  await issueMany(app, 19, 4);
  const slots = (await callFrom(app.home, 'books.view', { doctorId: a })).slots;
  await callFrom(app.home, 'slots.close', { doctorId: a, slotId: slots[3]?.id ?? '' });
  const sent = await issueOne(app, {
    doctorId: b,
    patientName: 'Joseph D’Souza',
    patientContact: '9876500004',
  });
  await callFrom(app.home, 'tokens.transfer', { tokenId: sent.id, doctorId: a });
  const urgent = await issueOne(app, { patientName: 'Only Tired', patientContact: '9876500005' });
  return callFrom(app.home, 'tokens.upgrade', { tokenId: urgent.id, note: 'Fainted' });
}

async function mark(page: Page, number: string): Promise<void> {
  await page.getByTestId(`doctor-row-${number}`).locator('p').first().click();
  await expect(page.getByTestId('doctor-marked')).toContainText(number);
}

for (const language of ['en', 'hi'] as const) {
  test(`doctor's window, what the rules say, ${language}`, async ({ launch }) => {
    test.setTimeout(480_000);
    const early = await launch();
    const urgent = await morning(early);
    await early.electron.close();
    const app = await launch({ clock: '2026-01-05T09:20:00+05:30' });
    await app.home.getByTestId(`home-language-${language}`).click();
    const [a, b] = [await doctorId(app), await doctorId(app, 'B')];
    const page = await app.openDoctor('A');
    const keys = new DoctorKeys(page);
    const shoot = (name: string, size: readonly [number, number] = laptop) =>
      picture(app, page, size, `doctor-rules-${language}-${name}`);
    const open = async (key: string, testId: string): Promise<void> => {
      await page.keyboard.press(key);
      await page.getByTestId(testId).waitFor();
    };
    const back = async (): Promise<void> => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await callFrom(app.home, 'queue.callNext', { doctorId: b });
    await page.keyboard.press('x');
    await shoot('1-order');
    await mark(page, urgent.number);
    await open('d', 'doctor-not-emergency-place');
    await shoot('2-no-emergency');
    await back();
    const joined = (await callFrom(app.home, 'books.view', { doctorId: a })).tokens.find(
      ({ transferredFrom }) => transferredFrom !== null,
    );
    await mark(page, joined?.number ?? '');
    await open('g', 'doctor-give-back-place');
    await shoot('3-give-back');
    await back();
    await open('f', 'doctor-need-dialog');
    await shoot('4-need');
    await back();
    await page.keyboard.press('Escape');
    await keys.space();
    for (let recall = 0; recall < 3; recall += 1) await keys.press('r');
    await shoot('5-silent');
    await shoot('5-silent', wide);
    await keys.press('r');
    await keys.space();
    await keys.press('h');
    await shoot('6-held', wide);
    for (const factor of [2, 1.5]) await enlarged(app, page, factor, `doctor-rules-${language}-6-held`);
    await open('?', 'doctor-keys');
    await shoot('7-keys');
    await back();
    await callFrom(app.home, 'books.close', { doctorId: a });
    await page.getByTestId('doctor-reopen').waitFor();
    await shoot('8-closed');
    await open('o', 'day-coming-back');
    await shoot('9-reopen');
    await back();
    await callFrom(app.home, 'books.reopen', { doctorId: a });
    await page.getByTestId('doctor-reopen').waitFor({ state: 'detached' });
    const { tokens } = await callFrom(app.home, 'books.view', { doctorId: a });
    const gone = tokens.filter(
      ({ status, patientName }) =>
        (status === 'active' || status === 'waiting' || status === 'displaced') &&
        patientName !== both.patientName &&
        patientName !== 'Om Prakash',
    );
    for (const { id } of gone) await callFrom(app.home, 'tokens.cancel', { tokenId: id });
    await expect(page.getByTestId('doctor-primary')).toHaveAttribute('data-step', 'none');
    await shoot('10-nobody');
  });
}
