import type { Page } from '@playwright/test';
import { test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { laptop, picture } from './helpers/pictures';
import { openSettings } from './helpers/settings';

async function inLanguage(page: Page, language: 'en' | 'hi'): Promise<void> {
  await page.evaluate((value) => localStorage.setItem('staff.language', value), language);
  await page.reload();
}

/** What is on record, for `npm run screens`: the list, opened, checked; reasons counted and edited; the dialogs that ask. */
test('the record and the reasons', async ({ launch }) => {
  test.slow();
  const app = await launch();
  const [doctor] = await callFrom(app.home, 'doctors.list', {});
  if (doctor === undefined) throw new Error('No doctor.');
  const people = ['Asha Verma', 'Ravi Kumar', 'Meena Iyer', 'Joseph Mathew', 'Fatima Begum', 'Karthik R'];
  const ids: string[] = [];
  for (const [index, patientName] of people.entries()) {
    const source = index < 2 ? 'emergency' : 'walk_in';
    const why = index < 2 ? { reasonCode: 'chest_pain', reasonText: index === 0 ? 'since six' : '' } : {};
    const patient = { patientName, patientContact: `98765432${10 + index}` };
    const { token } = await callFrom(app.home, 'tokens.issue', {
      doctorId: doctor.id,
      source,
      ...patient,
      ...why,
    });
    ids.push(token.id);
  }
  const tokenIds = ids as never[];
  await callFrom(app.home, 'tokens.cancel', { tokenId: tokenIds[5] as never, reasonCode: 'left' });
  await callFrom(app.home, 'tokens.call', { tokenId: tokenIds[3] as never, reasonCode: 'back' });
  await callFrom(app.home, 'settings.change', {
    rules: { maxRecalls: 2, allowPreemption: false },
    clinic: { clinicName: 'Lotus Clinic' },
  });
  const admin = await openSettings(app, 'audit');
  const desk = await openDesk(app);
  for (const language of ['en', 'hi'] as const) {
    await inLanguage(admin, language);
    await admin.getByTestId('audit-lines').waitFor();
    await admin.getByTestId('audit-open-7').click();
    await picture(app, admin, laptop, `audit-list-${language}`);
    await admin.getByTestId('audit-kind').click();
    await admin.getByRole('option').first().waitFor();
    await picture(app, admin, laptop, `audit-kinds-${language}`);
    await admin.keyboard.press('Escape');
    await admin.getByTestId('audit-check').click();
    await admin.getByTestId('audit-outcome').waitFor();
    await admin.getByTestId('counts').scrollIntoViewIfNeeded();
    await picture(app, admin, laptop, `audit-chain-${language}`);
    await admin.getByTestId('reasons-outOfTurn').scrollIntoViewIfNeeded();
    await picture(app, admin, laptop, `audit-reasons-${language}`);
    await inLanguage(desk, language);
    await desk.getByTestId('desk-token-A-003').focus();
    await desk.keyboard.press('x');
    await desk.getByTestId('why-left').waitFor();
    await picture(app, desk, laptop, `audit-cancel-${language}`);
    await desk.keyboard.press('Escape');
    await desk.getByTestId('desk-token-A-003').focus();
    await desk.keyboard.press('e');
    await desk.getByTestId('why-injury').waitFor();
    await picture(app, desk, laptop, `audit-upgrade-${language}`);
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Alt+1');
    await desk.getByTestId('desk-reason').waitFor();
    await picture(app, desk, laptop, `audit-issue-${language}`);
    await desk.keyboard.press('F6');
    await desk.getByTestId('unseen-all').waitFor();
    await picture(app, desk, laptop, `audit-close-${language}`);
    await desk.keyboard.press('Escape');
  }
});
