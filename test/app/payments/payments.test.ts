import { expect, test } from 'vitest';
import type { CallInput } from '../../../src/shared/contract';
import { feeOf } from '../../../src/shared/model/fees';
import { doctorIdSchema } from '../../../src/shared/model/ids';
import { MOST_AMOUNT } from '../../../src/shared/model/money';
import { settingsSchema } from '../../../src/shared/model/settings';
import { serviceDaySchema } from '../../../src/shared/model/time';
import type { FollowUpMark, Token } from '../../../src/shared/model/token';
import { at, first, MONDAY, openClinic, staff, unwrap } from '../../helpers/clinic';

const monday = serviceDaySchema.parse(MONDAY);

/** A clinic where a walk-in costs 500 rupees, and a paid visit 800. */
async function payingClinic() {
  const clinic = await openClinic();
  const { app } = clinic;
  const does = async <N extends Parameters<typeof app.call>[0]>(name: N, input: CallInput<N>) =>
    unwrap(await app.call(name, input, staff));
  const fees = { on: true, everybody: { walk_in: 50_000, paid: 80_000, follow_up: 10_000 } } as never;
  await does('settings.change', { fees });
  return {
    ...clinic,
    does,
    pay: (token: Token, more: Partial<CallInput<'payments.take'>> = {}) =>
      app.call('payments.take', { tokenId: token.id, amount: 50_000, way: 'cash', ...more }, staff),
    balance: ({ id: tokenId }: Token) => does('payments.ofToken', { tokenId }),
  };
}

test('what is due is paid once, with a receipt, a slip and a line on record', async () => {
  const { issued, pay, balance, does, store } = await payingClinic();
  const token = await issued();
  expect(await balance(token)).toMatchObject({ fee: 50_000, due: 50_000, paid: 0, payments: [] });
  expect(await does('payments.unpaid', {})).toEqual([{ tokenId: token.id, due: 50_000 }]);
  const { payment, balance: after } = unwrap(await pay(token));
  expect(payment).toMatchObject({
    receipt: 1,
    amount: 50_000,
    currency: 'INR',
    way: 'cash',
    visitId: token.id,
  });
  expect(after).toMatchObject({ due: 0, owed: 0 });
  expect(await does('payments.unpaid', {})).toEqual([]);
  const jobs = await store.printJobsIn(['queued']);
  expect(jobs.at(-1)).toMatchObject({ tokenId: token.id, paymentId: payment.id, station: 'desk' });
  const [line] = await store.auditLines({ tokenId: token.id }, 1);
  expect(line).toMatchObject({ kind: 'payments.take', details: { amount: 50_000, way: 'cash' } });
  expect(await pay(token)).toMatchObject({
    error: {
      code: 'CONFLICT',
      message: 'This visit is paid already: R-000001, 500.00 INR, at 08:30. Nothing was taken twice.',
    },
  });
});

test('a part is paid, the rest let off, and more than is due is refused', async () => {
  const { issued, pay, balance, does } = await payingClinic();
  const token = await issued();
  expect(await pay(token, { amount: 50_001 })).toMatchObject({ error: { details: { due: '500.00' } } });
  unwrap(await pay(token, { amount: 20_000, way: 'upi', seen: 0 }));
  expect(await pay(token, { amount: 20_000, seen: 0 })).toMatchObject({
    error: { details: { reason: 'payment_meanwhile' } },
  });
  await does('payments.waive', { tokenId: token.id, amount: 30_000, reasonText: 'Cannot pay' });
  expect(await balance(token)).toMatchObject({ due: 0, owed: 0, paid: 50_000, money: 20_000 });
});

test.each([0, -5, 0.5, 1.234, MOST_AMOUNT + 1, 1e12, Number.NaN])(
  'an amount of %s is refused',
  async (amount) => {
    const { issued, pay, store } = await payingClinic();
    const token = await issued();
    expect(await pay(token, { amount })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(await store.lastReceipt()).toBe(0);
  },
);

test('receipts have no gap, whatever was refused between them', async () => {
  const { issued, pay, does, store } = await payingClinic();
  const [one, two] = [await issued(), await issued()];
  unwrap(await pay(one));
  await pay(one);
  await pay(two, { amount: MOST_AMOUNT });
  const { payment } = unwrap(await pay(two));
  await does('payments.putRight', { paymentId: payment.id, reasonText: 'Wrong patient' });
  unwrap(await pay(two));
  const rows = await store.paymentsOn(monday, monday);
  expect(rows.map(({ receipt }) => receipt)).toEqual([1, 2, 3, 4]);
});

test('a payment is put right by a row of its own, at most once over, also after its day was closed', async () => {
  const { issued, pay, does, app, balance, clock, doctorIds } = await payingClinic();
  const token = await issued();
  const { payment } = unwrap(await pay(token));
  const { id: paymentId } = payment;
  await does('books.close', { doctorId: first(doctorIds) });
  clock.setTo(at('10:00', '2026-01-06'));
  await does('payments.putRight', { paymentId, amount: 20_000, reasonText: 'Doctor left' });
  const again = (amount?: number) =>
    app.call('payments.putRight', { paymentId, reasonText: 'x', ...(amount && { amount }) }, staff);
  expect(await again(30_001)).toMatchObject({ error: { details: { left: '300.00' } } });
  unwrap(await again());
  expect(await again()).toMatchObject({ error: { details: { reason: 'payment_put_right' } } });
  const [, correction] = (await balance(token)).payments;
  expect(correction).toMatchObject({ amount: -20_000, corrects: paymentId, serviceDay: '2026-01-06' });
  expect((await does('payments.day', { serviceDay: monday })).all.sums.cash).toBe(50_000);
  expect((await does('payments.day', {})).all.sums.cash).toBe(-50_000);
  const wrong =
    correction && (await app.call('payments.putRight', { paymentId: correction.id, reasonText: 'x' }, staff));
  expect(wrong).toMatchObject({ error: { details: { reason: 'payment_is_correction' } } });
});

test('a cancelled visit owes the money back; what was only let off is owed to nobody', async () => {
  const { issued, pay, does, balance } = await payingClinic();
  const [paid, waived] = [await issued(), await issued()];
  unwrap(await pay(paid));
  await does('payments.waive', { tokenId: waived.id, amount: 50_000, reasonText: 'Staff' });
  for (const { id: tokenId } of [paid, waived]) await does('tokens.cancel', { tokenId });
  expect(await balance(paid)).toMatchObject({ due: 0, owed: 50_000 });
  expect(await balance(waived)).toMatchObject({ due: 0, owed: 0 });
});

test('a payment goes with the visit to another doctor and back, and the difference is due or owed (R21)', async () => {
  const { issued, pay, does, balance, doctorIds } = await payingClinic();
  const [, other = first(doctorIds)] = doctorIds;
  const own = {
    doctorId: other,
    walk_in: 70_000,
    online: null,
    paid: null,
    follow_up: null,
    emergency: null,
  };
  await does('settings.change', { fees: { doctors: [own] } });
  const token = await issued();
  unwrap(await pay(token));
  const sent = await does('tokens.transfer', { tokenId: token.id, doctorId: other });
  expect(await balance(sent)).toMatchObject({ fee: 70_000, paid: 50_000, due: 20_000, owed: 0 });
  unwrap(await pay(sent, { amount: 20_000 }));
  await does('tokens.undo', { tokenId: sent.id });
  expect(await balance(token)).toMatchObject({ paid: 70_000, fee: 50_000, due: 0, owed: 20_000 });
});

test('a fee that is changed holds for whoever has not paid yet', async () => {
  const { issued, pay, does, balance } = await payingClinic();
  const [paid, unpaid] = [await issued(), await issued()];
  unwrap(await pay(paid));
  await does('settings.change', { fees: { everybody: { walk_in: 60_000 } } as never });
  expect(await balance(paid)).toMatchObject({ fee: 50_000, due: 0 });
  expect(await balance(unpaid)).toMatchObject({ fee: 60_000, due: 60_000 });
});

test('the fee of then stands also after something was put right that was paid with another doctor', async () => {
  const { issued, pay, does, balance, doctorIds } = await payingClinic();
  const [, other = first(doctorIds)] = doctorIds;
  const own = {
    ...{ doctorId: other, walk_in: 70_000 },
    ...{ online: null, paid: null, follow_up: null, emergency: null },
  };
  await does('settings.change', { fees: { doctors: [own] } });
  const token = await issued();
  const { payment } = unwrap(await pay(token));
  const sent = await does('tokens.transfer', { tokenId: token.id, doctorId: other });
  unwrap(await pay(sent, { amount: 20_000 }));
  await does('settings.change', { fees: { doctors: [{ ...own, walk_in: 90_000 }] } });
  await does('payments.putRight', { paymentId: payment.id, amount: 10_000, reasonText: 'Torn note' });
  expect(await balance(sent)).toMatchObject({ fee: 70_000, paid: 60_000, due: 10_000, owed: 0 });
});

test('where no fees are used nothing is taken, and nothing is due', async () => {
  const { issued, app, store } = await openClinic();
  const { id: tokenId } = await issued();
  expect(await app.call('payments.unpaid', {}, staff)).toEqual({ ok: true, value: [] });
  const wish = { tokenId, amount: 50_000, way: 'cash' } as const;
  expect(await app.call('payments.take', wish, staff)).toMatchObject({
    error: { details: { reason: 'fees_off' } },
  });
  expect((await store.printJobsIn(['queued'])).filter(({ paymentId }) => paymentId !== null)).toEqual([]);
});

test('a drawer is counted: what is not as expected needs a reason, and is kept', async () => {
  const { issued, pay, does, app } = await payingClinic();
  await does('payments.count', { kind: 'float', amount: 100_000 });
  unwrap(await pay(await issued()));
  unwrap(await pay(await issued(), { way: 'upi' }));
  const count = (amount: number, reasonText = '') =>
    app.call('payments.count', { kind: 'count', amount, reasonText }, staff);
  expect(await count(149_000)).toMatchObject({
    error: { details: { reason: 'count_reason', expected: '1500.00', counted: '1490.00' } },
  });
  unwrap(await count(149_000, 'Change given wrongly'));
  unwrap(await count(150_000));
  const day = await does('payments.day', {});
  expect(day.all).toMatchObject({ float: 100_000, expected: 150_000, count: { amount: 150_000 } });
  expect(day.all.sums).toMatchObject({ cash: 50_000, upi: 50_000, money: 100_000, rows: 2 });
  expect(day.counts.map(({ amount, expected }) => amount - expected)).toEqual([100_000, -1_000, 0]);
  expect(day.receipts).toEqual({ first: 'R-000001', last: 'R-000002' });
});

test('erasing a patient keeps amounts and receipts, and none of the words that were written beside them', async () => {
  const { issued, pay, does, store } = await payingClinic();
  const token = await issued({ patientName: 'Asha Verma' });
  const { payment } = unwrap(await pay(token));
  await does('payments.putRight', { paymentId: payment.id, reasonText: 'Asha Verma left' });
  await does('tokens.cancel', { tokenId: token.id });
  await does('privacy.erase', { tokenIds: [token.id] } as never);
  const rows = await store.paymentsOf([token.id]);
  expect(rows.map(({ receipt, amount, reasonText }) => [receipt, amount, reasonText])).toEqual([
    [1, 50_000, ''],
    [2, -50_000, ''],
  ]);
});

test('nor is a reason kept in the answer by which a press is known again', async () => {
  const { issued, does } = await payingClinic();
  const token = await issued({ patientName: 'Asha Verma' });
  const wish = { tokenId: token.id, amount: 50_000, reasonText: 'Asha is poor', requestId: 'request-00001' };
  await does('payments.waive', wish);
  await does('tokens.cancel', { tokenId: token.id });
  await does('privacy.erase', { tokenIds: [token.id] } as never);
  const again = await does('payments.waive', { ...wish, reasonText: 'x' });
  expect(again.payment).toMatchObject({ receipt: 1, amount: 50_000, reasonText: '' });
});

test('the currency stays once something was paid in it', async () => {
  const { issued, pay, app, does } = await payingClinic();
  await does('settings.change', { fees: { currency: 'KWD' } });
  await does('settings.change', { fees: { currency: null } });
  unwrap(await pay(await issued()));
  const changed = await app.call('settings.change', { fees: { currency: 'KWD' } }, staff);
  expect(changed).toMatchObject({ error: { details: { reason: 'currency_kept', currency: 'INR' } } });
  const moved = await app.call('settings.change', { clinic: { country: 'AE' } }, staff);
  expect(moved).toMatchObject({ error: { details: { reason: 'currency_kept' } } });
});

test('a follow-up that is due is free or cheaper by the doctor’s rule; one without a right costs as a walk-in', () => {
  const { fees } = settingsSchema.parse({
    fees: { on: true, everybody: { walk_in: 50_000, follow_up: 20_000 } },
  });
  const id = doctorIdSchema.parse('00000000-0000-4000-8000-000000000000');
  const of = (terms: 'free' | 'cheaper', followUp: FollowUpMark | null): number =>
    feeOf(fees, { id, followUp: { days: 7, visits: 1, terms } }, { source: 'follow_up', followUp });
  expect([of('free', 'due'), of('cheaper', 'due'), of('free', null)]).toEqual([0, 20_000, 20_000]);
  expect((['over', 'used_up', 'never_seen', 'unknown'] as const).map((mark) => of('free', mark))).toEqual(
    Array(4).fill(50_000),
  );
});

test('a slip says what is to be paid, and its receipt what was; where no fees are used, neither', async () => {
  const { issue, pay, does, store } = await payingClinic();
  const ticket = unwrap(await issue());
  expect(ticket.payment).toMatchObject({ due: 50_000, payments: [], receiptOf: null });
  const { payment } = unwrap(await pay(ticket.token));
  const job = await store.receiptJob(payment);
  const slip = await does('slips.ticket', { tokenId: ticket.token.id, jobId: job?.id });
  expect(slip.payment).toMatchObject({ due: 0, receiptOf: payment.id, payments: [{ number: 'R-000001' }] });
  const again = await does('payments.receipt', { paymentId: payment.id });
  expect(again).toMatchObject({ copy: 1, paymentId: payment.id });
  await does('settings.change', { fees: { on: false } });
  expect(unwrap(await issue()).payment).toBeNull();
});
