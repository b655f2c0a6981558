import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { at, first, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';

const HEADER = 32;
const FRAME_HEADER = 24;

/**
 * The commits in a write-ahead log that was not yet reset: frames that say how large the database is after them.
 * https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
function commitsIn(log: Buffer): number {
  const frame = FRAME_HEADER + log.readUInt32BE(8);
  const salts = log.subarray(16, 24);
  let commits = 0;
  for (let from = HEADER; from + frame <= log.length; from += frame) {
    if (!log.subarray(from + 8, from + 16).equals(salts)) break;
    if (log.readUInt32BE(from + 4) > 0) commits += 1;
  }
  return commits;
}

test('a command is one durable commit, with what is learned, its slip, its answer and its line on record', async () => {
  const path = join(temporaryFolder(), 'data.db');
  const clinic = await openClinic({ path });
  const doctorId = first(clinic.doctorIds);
  const done: string[] = [];
  async function once<T>(what: string, work: () => Promise<T>): Promise<T> {
    const before = commitsIn(readFileSync(`${path}-wal`));
    const answer = await work();
    done.push(`${what} ${commitsIn(readFileSync(`${path}-wal`)) - before}`);
    return answer;
  }
  let requests = 0;
  const asked = () => ({ requestId: `request-${requests++}` });
  await once('issue', () => clinic.issued(asked()));
  clinic.clock.setTo(at('09:05'));
  const { id: tokenId } = unwrap(
    await once('call', () => clinic.app.call('queue.callNext', { doctorId, ...asked() }, staff)),
  );
  unwrap(await once('start', () => clinic.app.call('tokens.start', { tokenId, ...asked() }, staff)));
  clinic.clock.setTo(at('09:15'));
  unwrap(await once('serve', () => clinic.app.call('tokens.serve', { tokenId, ...asked() }, staff)));
  expect(done).toEqual(['issue 1', 'call 1', 'start 1', 'serve 1']);
  // What was learned is kept with it.
  const kept = JSON.parse((await clinic.store.meta('pace')) ?? 'null');
  expect(kept.doctors[doctorId].all).toMatchObject({ weight: expect.closeTo(1), mean: 10 });
  expect(kept.ratios).toHaveLength(1);
});
