import { expect, test } from 'vitest';
import { orderOf } from '../../src/main/print/order';
import type { PrintJob } from '../../src/shared/model/print-job';
import { at, openClinic, staff, unwrap } from '../helpers/clinic';

test('where fees are used the drawer opens for cash alone, with the first attempt of the first receipt', async () => {
  const clinic = await openClinic();
  const { app, environment, store } = clinic;
  const token = await clinic.issued();
  const slip = unwrap(await app.call('slips.job', { tokenId: token.id }, staff));
  const isShut = async (job: PrintJob) => (await orderOf(environment, job)).keepsDrawerShut;
  expect(await isShut(slip)).toBe(false);
  const everybody = { walk_in: 50_000 } as never;
  unwrap(await app.call('settings.change', { fees: { on: true, everybody } }, staff));
  const receiptOf = async (way: 'cash' | 'card'): Promise<PrintJob> => {
    const wish = { tokenId: token.id, amount: 20_000, way };
    const job = await store.receiptJob(unwrap(await app.call('payments.take', wish, staff)).payment);
    if (job === undefined) throw new Error('No receipt was asked for.');
    return job;
  };
  const [cash, card] = [await receiptOf('cash'), await receiptOf('card')];
  expect([await isShut(slip), await isShut(card), await isShut(cash)]).toEqual([true, true, false]);
  expect([await isShut({ ...cash, attempts: 1 }), await isShut({ ...cash, copy: 1 })]).toEqual([true, true]);
});

test('a receipt of a visit of yesterday is printed today, and one that was asked for yesterday is not', async () => {
  const clinic = await openClinic();
  const { app, environment, store, clock } = clinic;
  const everybody = { walk_in: 50_000 } as never;
  unwrap(await app.call('settings.change', { fees: { on: true, everybody } }, staff));
  const { id: tokenId } = await clinic.issued();
  const { payment } = unwrap(
    await app.call('payments.take', { tokenId, amount: 50_000, way: 'cash' }, staff),
  );
  const yesterdays = await store.receiptJob(payment);
  clock.setTo(at('10:00', '2026-01-06'));
  const back = { paymentId: payment.id, reasonText: 'Doctor left' };
  const todays = await store.receiptJob(unwrap(await app.call('payments.putRight', back, staff)).payment);
  if (!todays || !yesterdays) throw new Error('No receipt was asked for.');
  expect(await orderOf(environment, todays)).toMatchObject({ serviceDay: '2026-01-06' });
  await expect(orderOf(environment, yesterdays)).rejects.toMatchObject({ problem: 'outdated' });
});
