import { expect, test } from 'vitest';
import { staff, unwrap } from '../helpers/clinic';
import { openServer } from '../helpers/http';

test('a payment over HTTP: due, taken once, put right, and counted in the day', async () => {
  const server = await openServer();
  const everybody = { walk_in: 50_000 } as never;
  unwrap(await server.clinic.app.call('settings.change', { fees: { on: true, everybody } }, staff));
  const { id } = await server.clinic.issued();
  const address = `/allocation/tokens/${id}/payments`;
  expect((await server.ask('GET', address)).body).toMatchObject({
    currency: 'INR',
    due: 50_000,
    payments: [],
  });
  const taken = await server.ask('POST', address, { amount: 50_000, way: 'upi', request_id: 'payment-0001' });
  expect([taken.status, taken.body]).toMatchObject([
    200,
    { payment: { receipt: 1, amount: 50_000, way: 'upi', service_day: '2026-01-05' }, balance: { due: 0 } },
  ]);
  const again = await server.ask('POST', address, { amount: 50_000, way: 'upi', request_id: 'payment-0001' });
  expect(again.body).toEqual(taken.body);
  expect((await server.ask('POST', address, { amount: 50_000, way: 'cash' })).status).toBe(409);
  expect((await server.ask('POST', address, { amount: 0.5, way: 'cash' })).status).toBe(400);
  const { payment } = taken.body as { payment: { id: string } };
  const back = await server.ask('POST', `/payments/${payment.id}/put_right`, { reason_text: 'Doctor left' });
  expect(back.body).toMatchObject({ payment: { amount: -50_000, corrects: payment.id } });
  expect((await server.ask('GET', '/payments')).body).toMatchObject({ all: { sums: { upi: 0, rows: 2 } } });
  expect((await server.ask('POST', `${address}/waive`, { amount: 50_000 })).status).toBe(400);
});
