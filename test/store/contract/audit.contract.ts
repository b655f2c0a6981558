import { describe, expect, test } from 'vitest';
import type { NewAuditLine } from '../../../src/main/store/store';
import { doctorIdSchema, personIdSchema, tokenIdSchema } from '../../../src/shared/model/ids';
import { fail, ok } from '../../../src/shared/result';
import { clinicOn, issued, monday, now, type Open } from './kit';

const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const doctorId = doctorIdSchema.parse(id(1));
const tokenId = tokenIdSchema.parse(id(2));

export function auditLine(more: Partial<NewAuditLine> = {}): NewAuditLine {
  return {
    at: now,
    kind: 'tokens.cancel',
    by: { role: 'staff', screen: 'desk', deviceId: null, personId: null },
    doctorId: null,
    serviceDay: null,
    tokenId: null,
    reason: null,
    details: {},
    ...more,
  };
}

/** Who did what, line upon line. */
export function auditContract(open: Open): void {
  describe('the audit', () => {
    test('lines are numbered without a gap, and read the latest first, page by page', async () => {
      const { store } = open();
      expect(await store.auditSince()).toBeUndefined();
      const reason = { code: 'left', text: 'went home' };
      const whole = auditLine({
        doctorId,
        tokenId,
        serviceDay: monday,
        reason,
        details: { moved: 2, yes: true },
      });
      await store.addAuditLine(whole);
      for (const at of [now + 1, now + 2, now + 3]) await store.addAuditLine(auditLine({ at }));
      const ids = async (before?: number) => (await store.auditLines({}, 2, before)).map(({ id }) => id);
      expect([await ids(), await ids(3), await ids(1)]).toEqual([[4, 3], [2, 1], []]);
      expect(await store.auditLines({ tokenId }, 10)).toEqual([{ id: 1, ...whole, number: null }]);
      expect(await store.auditSince()).toBe(now);
    });

    test('only what fits all that is asked for', async () => {
      const { store } = open();
      const personId = personIdSchema.parse(id(9));
      const by = { role: 'staff', screen: 'desk', deviceId: null, personId } as const;
      await store.addAuditLine(auditLine({ doctorId }));
      await store.addAuditLine(auditLine({ doctorId, tokenId, kind: 'tokens.call' }));
      await store.addAuditLine(auditLine({ by, at: now + 10 }));
      const found = async (...wanted: Parameters<typeof store.auditLines>[0][]) =>
        Promise.all(wanted.map(async (one) => (await store.auditLines(one, 10)).map((line) => line.id)));
      expect(
        await found(
          { doctorId },
          { doctorId, kind: 'tokens.call' },
          { personId },
          { tokenId },
          { kind: 'x' },
        ),
      ).toEqual([[2, 1], [2], [3], [2], []]);
      expect(await found({ from: now + 1 }, { until: now + 1 }, { from: now, until: now + 11 })).toEqual([
        [3],
        [2, 1],
        [3, 2, 1],
      ]);
    });

    test('reasons are counted by what they were given for, and when', async () => {
      const { store } = open();
      const given = (kind: string, code: string, at = now) =>
        store.addAuditLine(auditLine({ kind, at, reason: { code, text: '' } }));
      await given('tokens.cancel', 'left');
      await given('tokens.cancel', 'left');
      await given('tokens.cancel', 'ill');
      await given('tokens.call', 'left', now + 5);
      await store.addAuditLine(auditLine({ reason: { code: null, text: 'only words' } }));
      expect(await store.reasonCounts(now, now + 5)).toEqual([
        { kind: 'tokens.cancel', code: 'left', count: 2 },
        { kind: 'tokens.cancel', code: 'ill', count: 1 },
      ]);
    });

    test('a line is written with its change, and not where that is refused or was done before', async () => {
      const { store, key, run } = await clinicOn(open);
      const request = { id: 'request-0001', content: 'issue' };
      const change = { audit: auditLine({ kind: 'tokens.issue' }) };
      await run(key, issued(), { change, request });
      await run(key, issued(), { change, request });
      await run(key, () => fail('CONFLICT', 'No.'), { change });
      await store.look({ books: [key], today: monday, now }, () => ok(change));
      expect(await store.auditLines({}, 10)).toHaveLength(1);
    });

    test('the chain is checked piece by piece, and again from where it was good', async () => {
      const { store } = open();
      const none = { id: 0, hash: '' };
      expect(await store.checkAudit(null, 10)).toEqual({ good: none, last: none, fault: null, isEnd: true });
      for (let at = 0; at < 5; at += 1) await store.addAuditLine(auditLine({ at }));
      const first = await store.checkAudit(null, 3);
      expect(first).toMatchObject({ good: { id: 3 }, last: { id: 5 }, fault: null, isEnd: false });
      const rest = await store.checkAudit(first.good, 3);
      expect(rest).toMatchObject({ good: { id: 5 }, fault: null, isEnd: true });
      expect(rest.good).toEqual(rest.last);
      await store.addAuditLine(auditLine());
      expect(await store.checkAudit(rest.good, 3)).toMatchObject({
        good: { id: 6 },
        fault: null,
        isEnd: true,
      });
    });
  });
}
