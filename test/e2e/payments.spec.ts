import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { issueOne } from './helpers/patients';
import { openSettings } from './helpers/settings';

test.use({ prints: true });

test('fees are set, a payment is taken by keys with its receipt, given back, and the drawer is counted', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await openDesk(app);
  await expect(desk.getByTestId('desk-open-count')).toHaveCount(0);

  await test.step('in the settings', async () => {
    const settings = await openSettings(app, 'fees');
    await settings.getByTestId('fees-on').click();
    const fee = settings.getByTestId('fees-everybody-walk_in');
    await fee.fill('500.005');
    await expect(settings.getByTestId('fees-everybody-walk_in-error')).toContainText('2 digits');
    await fee.fill('500');
    await fee.press('Enter');
    await expect(fee).toHaveValue('500.00');
    await settings.close();
  });

  const token = await test.step('whoever is issued owes the fee', async () => {
    await expect(desk.getByTestId('desk-open-count')).toBeVisible();
    await desk.keyboard.press('F2');
    await desk.keyboard.type('9876543210');
    await desk.keyboard.press('Enter');
    await desk.keyboard.type('Asha Verma');
    await desk.keyboard.press('Enter');
    await desk.keyboard.type('b');
    await desk.keyboard.press('Enter');
    await desk.getByTestId('desk-preview').waitFor();
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-issued-number')).toHaveText('B-001');
    await expect(desk.getByTestId('desk-issued-due')).toContainText('₹500.00 to pay');
    await expect(desk.getByTestId('desk-due-B-001')).toContainText('₹500.00');
    const [found] = await callFrom(app.home, 'tokens.find', { query: 'B1' });
    if (found === undefined) throw new Error('no token');
    return found.token;
  });

  await test.step('three keys take it, and change is reckoned', async () => {
    await desk.keyboard.press('Alt+p');
    await desk.getByTestId('desk-pay-cash').waitFor();
    await desk.keyboard.press('1');
    await desk.keyboard.type('400');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-payment-given-error')).toContainText('not enough');
    await desk.keyboard.press('Control+a');
    await desk.keyboard.type('1000');
    await expect(desk.getByTestId('desk-payment-change')).toContainText('₹500.00');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-card')).toHaveCount(0);
    await expect(desk.getByTestId('desk-issued-due')).toContainText('₹500.00 paid');
    await expect(desk.getByTestId('desk-due-B-001')).toHaveCount(0);
  });

  await test.step('its receipt comes out of the outbox', async () => {
    const visit = await callFrom(app.home, 'payments.ofToken', { tokenId: token.id });
    expect(visit.payments).toMatchObject([{ number: 'R-000001', amount: 50_000, way: 'cash' }]);
    await expect
      .poll(async () =>
        (await callFrom(app.home, 'slips.jobs', { states: ['sent'] })).map(({ job }) => job.pdfPath),
      )
      .toContainEqual(expect.stringMatching(/B-001-receipt-[0-9a-f]{8}\.pdf$/));
  });

  await test.step('a second window is told that it is paid', async () => {
    const again = { tokenId: token.id, amount: 50_000, way: 'cash' } as const;
    const refused = await callFrom(app.home, 'payments.take', again).catch(String);
    expect(refused).toContain('R-000001');
  });

  await test.step('cancelled, the money is offered back', async () => {
    await desk.getByTestId('desk-token-B-001').focus();
    await desk.keyboard.press('x');
    await expect(desk.getByTestId('desk-money-taken')).toContainText('₹500.00');
    await desk.keyboard.press('Control+Enter');
    await expect(desk.getByTestId('desk-card-payment')).toContainText('₹500.00 to give back');
    await desk.getByTestId('desk-put-right-R-000001').click();
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-error')).toBeVisible();
    await desk.keyboard.type('Doctor left');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-card')).toHaveCount(0);
  });

  await test.step('in the evening the drawer is counted', async () => {
    const { id: tokenId } = await issueOne(app, { patientName: 'Usha Nair' });
    await callFrom(app.home, 'payments.take', { tokenId, amount: 50_000, way: 'cash' });
    await desk.keyboard.press('F10');
    await expect(desk.getByTestId('desk-count-expected')).toContainText('₹500.00 should be');
    await desk.getByTestId('desk-count-amount').fill('490');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-error')).toBeVisible();
    await desk.getByTestId('desk-count-reason').fill('A note too few');
    await desk.keyboard.press('Enter');
    await expect(desk.getByTestId('desk-count-row')).toContainText('₹10.00 too little');
    await desk.getByTestId('desk-count-export').click();
    await expect(desk.getByTestId('saved-file')).toContainText('payments-');
  });
});
