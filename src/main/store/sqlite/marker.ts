import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeDurably } from './durable';
import { removeFile } from './held';

const sumSchema = z.object({ size: z.int(), crc: z.int() });

/** What a small file beside the database keeps of it, so that a database that is gone, or another one, is noticed. */
const markerSchema = z.object({
  /** Of the clinic, in the database too; null: somebody chose to begin a new one, which is not made yet. */
  clinic: z.string().nullable(),
  /** The schema cookies that the database’s file may have: that of its opening; while it is opened, the one before too. */
  openings: z.array(z.int()).readonly(),
  /** The line of the opening’s write-ahead log; null: not known yet. */
  log: z.int().nullable(),
  /** What the file came to when it was closed in order; null: it was not, or it is open. */
  closed: sumSchema.nullable(),
  /** Somebody put another file in place of the open one: what was open lies beside it under this name. */
  savedAs: z.string().optional(),
});

export type Marker = z.infer<typeof markerSchema>;

const ABOUT =
  'Says which database of OPD Tokens belongs here. It holds no names. Please leave it where it is.';

export const markerOf = (databasePath: string): string => `${databasePath.replace(/\.db$/, '')}.json`;

/** Undefined: there is none, or none that can be read. */
export function readMarker(databasePath: string): Marker | undefined {
  try {
    return markerSchema.safeParse(JSON.parse(readFileSync(markerOf(databasePath), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

export function writeMarker(databasePath: string, marker: Marker): void {
  writeDurably(markerOf(databasePath), `${JSON.stringify({ about: ABOUT, ...marker }, null, 2)}\n`);
}

/** Somebody chose to begin a new clinic where one was. */
export function chooseNewClinic(databasePath: string): void {
  writeMarker(databasePath, { clinic: null, openings: [], log: null, closed: null });
}

/** Somebody chose to open what lies there as it is: nothing is expected of it any more. */
export function forgetExpectations(databasePath: string): void {
  const marker = readMarker(databasePath);
  // Numbers were given that it does not know of: it is opened as a copy put back by hand is.
  if (marker?.savedAs === undefined) removeFile(markerOf(databasePath));
  else writeMarker(databasePath, { clinic: marker.clinic, openings: [], log: null, closed: null });
}
