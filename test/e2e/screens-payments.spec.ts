import { test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { issueOne } from './helpers/patients';
import { laptop, picture } from './helpers/pictures';
import { openSettings } from './helpers/settings';

/** What is paid, for `npm run screens`. */

const NARROW = [1024, 700] as const;

for (const language of ['en', 'hi'] as const) {
  test(`fees, a payment and the evening count, ${language}`, async ({ launch }) => {
    test.setTimeout(300_000);
    const app = await launch();
    const everybody = {
      walk_in: 50_000,
      online: 50_000,
      paid: 80_000,
      follow_up: 20_000,
      emergency: 100_000,
    };
    const fees = { on: true, everybody, upiId: 'clinic@bank', receiptLine: 'Thank you.' };
    await callFrom(app.home, 'settings.change', { fees });
    const paid = await issueOne(app, { patientName: 'Asha Verma' });
    const part = await issueOne(app, { patientName: 'Usha Nair' });
    const due = await issueOne(app, { patientName: 'Ravi Menon' });
    const desk = await openDesk(app);
    await desk.evaluate((value) => localStorage.setItem('staff.language', value), language);
    await desk.reload();
    await desk.getByTestId('desk-board-A').waitFor();
    const shoot = async (name: string): Promise<void> => {
      for (const size of [laptop, NARROW]) await picture(app, desk, size, `payments-${name}-${language}`);
    };
    await desk.keyboard.press('F10');
    await desk.getByTestId('desk-count-expected').waitFor();
    await shoot('1-nothing-yet');
    await desk.keyboard.press('Escape');
    const { payment } = await callFrom(app.home, 'payments.take', {
      tokenId: paid.id,
      amount: 50_000,
      way: 'cash',
    });
    await callFrom(app.home, 'payments.take', { tokenId: part.id, amount: 20_000, way: 'upi' });
    await callFrom(app.home, 'payments.waive', {
      tokenId: part.id,
      amount: 10_000,
      reasonText: 'Cannot pay all',
    });
    await desk.getByTestId(`desk-due-${due.number}`).waitFor();
    await desk.getByTestId(`desk-token-${due.number}`).focus();
    await desk.keyboard.press('g');
    await desk.getByTestId('desk-pay-cash').waitFor();
    await shoot('2-ways');
    await desk.keyboard.press('2');
    await desk.getByTestId('desk-upi').waitFor();
    await shoot('3-upi');
    await desk.keyboard.press('Escape');
    await desk.getByTestId(`desk-token-${part.number}`).focus();
    await desk.keyboard.press('g');
    await desk.getByTestId('desk-pay-cash').waitFor();
    await desk.keyboard.press('1');
    await desk.getByTestId('desk-payment-given').fill('100');
    await desk.getByTestId('desk-payment-given-error').waitFor();
    await shoot('4-too-little');
    await desk.keyboard.press('Escape');
    await desk.getByTestId(`desk-token-${paid.number}`).focus();
    await desk.keyboard.press('g');
    await desk.getByTestId('desk-put-right-R-000001').click();
    await desk.getByTestId('desk-payment-reason').waitFor();
    await shoot('5-put-right');
    await desk.keyboard.press('Escape');
    await callFrom(app.home, 'payments.putRight', {
      paymentId: payment.id,
      amount: 10_000,
      reasonText: 'Too much',
    });
    await callFrom(app.home, 'payments.count', { kind: 'float', amount: 100_000 });
    await callFrom(app.home, 'payments.count', {
      kind: 'count',
      amount: 139_000,
      reasonText: 'A note too few',
    });
    await desk.keyboard.press('F10');
    await desk.getByTestId('desk-count-table').waitFor();
    await desk.getByTestId('desk-count-amount').fill('1300');
    await shoot('6-count');
    await desk.keyboard.press('Escape');
    const settings = await openSettings(app, 'fees');
    await settings.getByTestId('fees-upi').waitFor();
    for (const size of [laptop, NARROW])
      await picture(app, settings, size, `payments-7-settings-${language}`);
  });
}
