import {
  BLANKS_ON_SHEET,
  type BlankBatch,
  LAST_BLANK,
  MOST_SHEETS,
  type PrintedBlanks,
  printedByDoctorSchema,
} from '../../../shared/model/blanks';
import type { DoctorId } from '../../../shared/model/ids';
import { keptFact, type Store, staying } from '../../store/store';
import { oneAtATime } from '../run/one-at-a-time';

const META_KEY = staying.blanks;
/** Two desks that print at once must not get the same numbers. */
const reserving = oneAtATime();

type Meta = Pick<Store, 'meta' | 'saveMeta'>;

async function printed(store: Pick<Store, 'meta'>): Promise<Readonly<Record<string, PrintedBlanks>>> {
  return (await keptFact(store, META_KEY, printedByDoctorSchema)) ?? {};
}

/** R25: which blanks of a doctor were printed; undefined: none ever. */
export async function printedBlanks(
  store: Pick<Store, 'meta'>,
  doctorId: DoctorId,
): Promise<PrintedBlanks | undefined> {
  return (await printed(store))[doctorId];
}

/** Whether this clinic ever printed any. */
export async function hasBlanks(store: Pick<Store, 'meta'>): Promise<boolean> {
  return (await store.meta(META_KEY)) !== undefined;
}

/**
 * R25: leaves out as many numbers of every doctor who has blanks as are printed at once at most: the data went back, and
 * nobody can tell which were printed since.
 */
export function leaveBlanksGap(store: Meta): Promise<void> {
  return reserving(async () => {
    const gap = BLANKS_ON_SHEET * MOST_SHEETS;
    const after = Object.entries(await printed(store)).map(([doctorId, before]) => [
      doctorId,
      goneOn(before, gap),
    ]);
    if (after.length > 0) await store.saveMeta(META_KEY, JSON.stringify(Object.fromEntries(after)));
  });
}

/**
 * R25: takes the next numbers of these doctors, for good, before they are printed: a sheet that did not come out leaves a gap, and no
 * number is ever on two blanks in the drawer.
 */
export function reserveBlanks(
  store: Meta,
  doctorIds: readonly DoctorId[],
  count: number,
): Promise<BlankBatch[]> {
  return reserving(async () => {
    const before = await printed(store);
    const after: Record<string, PrintedBlanks> = { ...before };
    const batches = doctorIds.map((doctorId) => {
      const known = before[doctorId] ?? { last: 0, total: 0 };
      after[doctorId] = goneOn(known, count);
      return { doctorId, first: goneOn(known, 1).last, count };
    });
    await store.saveMeta(META_KEY, JSON.stringify(after));
    return batches;
  });
}

/** So many numbers later; after the last one comes 1 again. */
function goneOn({ last, total }: PrintedBlanks, count: number): PrintedBlanks {
  return { last: ((last + count - 1) % LAST_BLANK) + 1, total: total + count };
}
