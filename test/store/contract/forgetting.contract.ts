import { expect, test } from 'vitest';
import { printJobIdSchema } from '../../../src/shared/model/ids';
import type { PrintJob } from '../../../src/shared/model/print-job';
import { ok } from '../../../src/shared/result';
import { at, unwrap } from '../../helpers/clinic';
import { clinicOn, issued, monday, now, type Open, tuesday } from './kit';

export function forgettingContract(open: Open): void {
  test('forgets answers and slips that are done before the moments said, at most so many; never tokens or events', async () => {
    const { store, key, run } = await clinicOn(open);
    const token = unwrap(await run(key, issued())).answer;
    if (!token) throw new Error('no token');
    const job: PrintJob = {
      id: printJobIdSchema.parse(crypto.randomUUID()),
      tokenId: token.id,
      station: 'desk',
      kind: 'token',
      paymentId: null,
      language: 'en',
      copy: 0,
      state: 'sent',
      way: 'system',
      printer: null,
      pdfPath: null,
      problem: null,
      attempts: 1,
      nextAttemptAt: null,
      createdAt: now,
      updatedAt: now,
    };
    const waiting: PrintJob = { ...job, id: printJobIdSchema.parse(crypto.randomUUID()), state: 'queued' };
    const ask = (answer: string) =>
      store.transact({ books: [], today: monday, now, request: { id: 'visit-0001', content: 'x' } }, () =>
        ok({ books: [], printJobs: [job, waiting], answer }),
      );
    unwrap(await ask('first'));
    const before = { requests: now, printJobs: now, callList: monday };
    expect(await store.forget(before, 10)).toBe(0);
    expect(unwrap(await ask('second'))).toMatchObject({ answer: 'first', repeated: true });
    const later = at('08:31');
    expect(await store.forget({ requests: later, printJobs: later, callList: tuesday }, 10)).toBe(2);
    expect(await store.printJobsIn(['sent', 'queued'])).toEqual([waiting]);
    expect(unwrap(await ask('third'))).toMatchObject({ answer: 'third', repeated: false });
    expect(await store.bookOfToken(token.id)).toEqual(key);
    expect(await store.tokenHistory(token.id)).toHaveLength(1);
  });
}
