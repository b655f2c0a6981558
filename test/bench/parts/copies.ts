import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createCopyRoom } from '../../../src/main/copy-room';
import type { DoctorId } from '../../../src/shared/model/ids';
import { type BenchClinic, openBenchClinic, SAMPLE_DOCTORS } from '../clinic';
import type { Bench, Part } from '../part';
import { most, ms, perSecond } from '../rows';
import { median, quantile } from '../statistics';
import { commandsOf } from '../visit';
import { historyOf } from './growth';

/** So many tokens before the copy, and after it. */
const ALONE = 400;

/** Commands while a copy of everything is made, as every hour, beside commands while none is. */
export const copies: Part = {
  name: 'copies',
  async run(bench) {
    const clinic = await openBenchClinic(await historyOf(bench.workshop, bench.oldest));
    const issue = issuing(clinic);
    await issue((count) => count >= 40);
    const alone = bench.quick ? 100 : ALONE;
    const before = await issue((count) => count >= alone);
    let isDone = false;
    const copied = copy(clinic, bench).finally(() => {
      isDone = true;
    });
    const during = await issue(() => isDone);
    const seconds = (await copied) / 1_000;
    const without = [...before, ...(await issue((count) => count >= alone))];
    const megabytes = Math.round(statSync(clinic.path).size / 1e6).toLocaleString('en');
    await clinic.close();
    const figures = (times: readonly number[]): string =>
      `median ${ms(median(times))}, p99 ${ms(quantile(times, 0.99))}, longest ${ms(quantile(times, 1))}`;
    bench.tell({
      part: 'copies',
      what: `p99 of issuing during a backup of ${bench.oldest.toLocaleString('en')} tokens (${megabytes} MB in ${seconds.toFixed(1)} s)`,
      measured: `${figures(during)}, ${perSecond(during.length / seconds)}`,
      floor: `${figures(without)}, without`,
      figure: quantile(during, 0.99) / quantile(without, 0.99),
      unit: '×',
      aim: most(3),
    });
  },
};

/** Times of tokens issued one after the other, until it is enough. */
function issuing(clinic: BenchClinic): (isEnough: (count: number) => boolean) => Promise<number[]> {
  const doctors = clinic.doctorIds.slice(SAMPLE_DOCTORS);
  const { issue } = commandsOf(clinic);
  let issued = 0;
  return async (isEnough) => {
    const times: number[] = [];
    while (!isEnough(times.length)) {
      issued += 1;
      const began = performance.now();
      await issue(doctors[issued % doctors.length] as DoctorId);
      times.push(performance.now() - began);
      await new Promise(setImmediate);
    }
    return times;
  };
}

/** As the app makes it: a snapshot, then packed into its place and read back. Answers how long it took, ms. */
async function copy({ path, environment }: BenchClinic, { workshop }: Bench): Promise<number> {
  const folder = workshop.folder();
  const work = join(dirname(path), 'work');
  mkdirSync(work);
  const script = join(process.cwd(), 'out/main/copier.js');
  const room = createCopyRoom(script, { database: path, nativeBinding: undefined });
  const began = performance.now();
  const snapshot = await room.run('snapshot', { work });
  if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
  const place = { folder, isOwn: true, hasHeld: false };
  const now = environment.clock.now();
  const wish = { source: snapshot.value.path, work, place, passphrase: null, now, reason: 'hour' } as const;
  const packed = await room.run('copy', { ...wish, appVersion: '0.0.0', keeping: null });
  if (!packed.ok) throw new Error(JSON.stringify(packed.error));
  const took = performance.now() - began;
  await room.stop();
  return took;
}
