import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { CallInput, CallName } from '../../../src/shared/contract';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { at, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';

const DAYS = 91;
const ways = ['cash', 'upi', 'card'] as const;

/** The same numbers each time: Lehmer's, as in Park and Miller (1988). */
function chances(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
}

test('three months: each evening’s count is what was paid that day, reckoned a second way; receipts have no gap', async () => {
  const path = join(temporaryFolder(), 'clinic.db');
  const { app, clock, issue } = await openClinic({ path });
  const does = async <N extends CallName>(name: N, input: CallInput<N>) =>
    unwrap(await app.call(name, input, staff));
  await does('settings.change', {
    fees: { on: true, everybody: { walk_in: 50_000, paid: 80_000 } as never },
  });
  const chance = chances(7);
  /** What the test itself saw taken, by day and way. */
  const ledger = new Map<string, number>();
  const note = (day: string, way: string, amount: number): void => {
    ledger.set(`${day} ${way}`, (ledger.get(`${day} ${way}`) ?? 0) + amount);
  };
  const taken: { id: string; way: string; left: number }[] = [];
  const days = Array.from({ length: DAYS }, (_, index) =>
    new Date(Date.parse('2026-01-05T00:00:00Z') + index * 86_400_000).toISOString().slice(0, 10),
  );

  for (const day of days) {
    clock.setTo(at('08:30', day));
    for (let patient = chance(4); patient > 0; patient -= 1) {
      const issued = await issue({ source: chance(2) === 0 ? 'walk_in' : 'paid' });
      // The doctor does not work on every day.
      if (!issued.ok) continue;
      const { id: tokenId, source } = issued.value.token;
      const fee = source === 'paid' ? 80_000 : 50_000;
      const amount = chance(3) === 0 ? 1 + chance(fee) : fee;
      const way = ways[chance(3)] ?? 'cash';
      if (chance(8) === 0) {
        await does('payments.waive', { tokenId, amount, reasonText: 'poor' });
        note(day, 'waived', amount);
        continue;
      }
      const wish = { tokenId, amount, way };
      const { payment } = await does('payments.take', wish);
      note(day, way, amount);
      taken.push({ id: payment.id, way, left: amount });
      // Refused, and leaves no number.
      if (amount === fee) expect((await app.call('payments.take', wish, staff)).ok).toBe(false);
    }
    const wrong = taken[chance(taken.length + 3)];
    if (wrong !== undefined && wrong.left > 0) {
      const amount = 1 + chance(wrong.left);
      await does('payments.putRight', { paymentId: wrong.id as never, amount, reasonText: 'wrong' });
      note(day, wrong.way, -amount);
      wrong.left -= amount;
    }
  }

  const raw = new Database(path, { readonly: true });
  const sums = raw.prepare('SELECT sum(amount) FROM payments WHERE service_day = ? AND way = ?').pluck();
  for (const day of days) {
    const { all, people } = await does('payments.day', { serviceDay: serviceDaySchema.parse(day) });
    for (const way of [...ways, 'waived'] as const) {
      expect(all.sums[way]).toBe(ledger.get(`${day} ${way}`) ?? 0);
      expect(all.sums[way]).toBe(Number(sums.get(day, way)));
    }
    expect(all.sums.money).toBe(people.reduce((sum, { sums: own }) => sum + own.money, 0));
    expect(all.expected).toBe(all.sums.cash);
  }
  const receipts = raw.prepare('SELECT receipt FROM payments ORDER BY receipt').pluck().all();
  expect(receipts).toEqual(receipts.map((_, index) => index + 1));
  expect(receipts.length).toBeGreaterThan(60);
  const exported = await does('payments.export', {
    from: serviceDaySchema.parse(days[0]),
    to: serviceDaySchema.parse(days.at(-1)),
  });
  expect(exported.rows).toBe(receipts.length);
  raw.close();
});

test('twenty presses in two windows take a payment once', async () => {
  const { app, issued, store } = await openClinic({ path: join(temporaryFolder(), 'clinic.db') });
  unwrap(
    await app.call('settings.change', { fees: { on: true, everybody: { walk_in: 50_000 } as never } }, staff),
  );
  const { id: tokenId } = await issued();
  const presses = Array.from({ length: 20 }, (_, index) =>
    app.call(
      'payments.take',
      {
        tokenId,
        amount: 50_000,
        way: ways[index % 3] ?? 'cash',
        requestId: `press-${index % 10}-${index % 3}`,
      },
      staff,
    ),
  );
  const answers = await Promise.all(presses);
  expect(new Set(answers.flatMap((one) => (one.ok ? [one.value.payment.id] : []))).size).toBe(1);
  expect(await store.paymentsOf([tokenId])).toHaveLength(1);
  expect(await store.lastReceipt()).toBe(1);
});
