import type { Instant } from '../../shared/model/time';
import { fileTime } from '../app/time/calendar';

/** How a copy lies there: as older versions made them, packed, or packed and encrypted. */
export type Packing = 'plain' | 'gzip' | 'age';

const endings: Readonly<Record<Packing, string>> = { plain: '.db', gzip: '.db.gz', age: '.db.gz.age' };

/** What a name says. The time is the clinic's, with its offset, so that it is one moment wherever it is read. */
export interface CopyName {
  readonly madeAt: Instant;
  readonly packing: Packing;
}

export function copyName({ madeAt, packing }: CopyName, timeZone: string): string {
  return `opd-tokens-${fileTime(madeAt, timeZone)}${endings[packing]}`;
}

const NAME =
  /^opd-tokens-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})([+-]\d\d)(\d\d)(\.db(?:\.gz(?:\.age)?)?)$/;

/** Undefined: it is not the name of a copy. */
export function parseCopyName(file: string): CopyName | undefined {
  const [whole, day, hour, minute, second, thousandth, offsetHour, offsetMinute, ending] =
    NAME.exec(file) ?? [];
  if (whole === undefined) return undefined;
  const madeAt = Date.parse(`${day}T${hour}:${minute}:${second}.${thousandth}${offsetHour}:${offsetMinute}`);
  if (Number.isNaN(madeAt) || madeAt < 0) return undefined;
  return { madeAt, packing: ending === '.db' ? 'plain' : ending === '.db.gz' ? 'gzip' : 'age' };
}

/** By its name alone, for files that somebody chose. */
export function packingOf(file: string): Packing {
  return file.endsWith('.age') ? 'age' : file.endsWith('.gz') ? 'gzip' : 'plain';
}

/** Beside a copy: what is known of it. */
export function sidecarOf(path: string): string {
  return `${path.replace(/\.db(\.gz)?(\.age)?$/, '')}.json`;
}

/** What was not finished: of a copy, its facts, or the database it is made from. */
export const isLeftover = (file: string): boolean =>
  /^opd-tokens-.*\.part(\.db\S*|-journal|-wal|-shm)?$/.test(file);
