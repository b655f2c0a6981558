import type { PrintedBlanks } from '../../../shared/model/blanks';
import { LAST_BLANK } from '../../../shared/model/blanks';
import type { Book } from '../../../shared/model/book';
import type { PaperDoubt, PaperRow } from '../../../shared/model/paper';
import type { Instant } from '../../../shared/model/time';

interface Known {
  /** Since when the app has run without a gap (R13). */
  readonly watchedSince: Instant;
  /** undefined: none were ever printed, and blanks are written by hand. */
  readonly printed: PrintedBlanks | undefined;
}

/** R25: what looks odd in each row, and may be right all the same. */
export function doubtsOf(
  book: Book,
  rows: readonly PaperRow[],
  { watchedSince, printed }: Known,
): PaperDoubt[][] {
  const stray = outOfOrder(rows);
  const outageFrom = lastSignOfLife(book, watchedSince);
  return rows.map((row, index) => {
    const doubts: PaperDoubt[] = [];
    if (isUnprinted(row, printed)) doubts.push('not_printed');
    if (stray.has(index)) doubts.push('out_of_order');
    if (row.at < outageFrom) doubts.push('before_outage');
    return doubts;
  });
}

/** A number that is on no blank: most likely a digit too many. Once all numbers were used there is no telling. */
function isUnprinted({ sequence }: PaperRow, printed: PrintedBlanks | undefined): boolean {
  if (sequence === undefined || printed === undefined) return false;
  return sequence > LAST_BLANK || (printed.total < LAST_BLANK && sequence > printed.last);
}

/** When the app last gave out a number itself before the outage; 0: there was none today. */
function lastSignOfLife({ tokens }: Book, watchedSince: Instant): Instant {
  const before = tokens
    .filter(({ channel, createdAt }) => channel !== 'paper' && createdAt < watchedSince)
    .map(({ createdAt }) => createdAt);
  return Math.max(0, ...before);
}

/**
 * Blanks are given out in the order of their numbers: whose time does not fit to most of the others. Those that stay are the longest
 * run of rows whose times never go back, so that one wrong time is one doubt and not twenty.
 */
function outOfOrder(rows: readonly PaperRow[]): ReadonlySet<number> {
  const numbered = rows
    .flatMap(({ sequence, at }, index) => (sequence === undefined ? [] : [{ sequence, at, index }]))
    .sort((a, b) => a.sequence - b.sequence);
  // After the last number comes 1 again.
  const [lowest, highest] = [numbered[0], numbered.at(-1)];
  if (!lowest || !highest || highest.sequence - lowest.sequence > LAST_BLANK / 2) return new Set();
  const best: { length: number; from: number }[] = [];
  numbered.forEach(({ at }, here) => {
    const reach = { length: 1, from: -1 };
    best.slice(0, here).forEach(({ length }, before) => {
      if ((numbered[before]?.at ?? 0) > at || length < reach.length) return;
      reach.length = length + 1;
      reach.from = before;
    });
    best.push(reach);
  });
  const kept = new Set<number>();
  let at = best.findIndex(({ length }) => length === Math.max(...best.map((one) => one.length)));
  for (; at >= 0; at = best[at]?.from ?? -1) kept.add(at);
  return new Set(numbered.filter((_one, place) => !kept.has(place)).map(({ index }) => index));
}
