import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { snapshot } from '../../src/main/copies/snapshot';
import { at, openClinic, type TestClinic, temporaryFolder } from '../helpers/clinic';

export const PASSPHRASE = 'correct horse battery staple';
/** Guessed in no time: the tests have better to do than to wait for it. */
export const LOCK = { passphrase: PASSPHRASE, workFactor: 10 };
export const MADE_AT = at('10:00');

export interface Place {
  readonly clinic: TestClinic;
  readonly database: string;
  readonly source: string;
  readonly folder: string;
  readonly work: string;
}

/** A clinic with a few tokens, and a snapshot of it to make copies from. */
export async function place(tokens = 5): Promise<Place> {
  const root = temporaryFolder();
  const database = join(root, 'opd-tokens.db');
  const clinic = await openClinic({ path: database });
  for (let one = 0; one < tokens; one += 1) await clinic.issued();
  const work = join(root, 'work');
  mkdirSync(work);
  const source = join(work, 'source.db');
  await snapshot(database, source);
  return { clinic, database, source, folder: join(root, 'backups'), work };
}

/** What makes a copy of it. */
export const packing = ({ source, folder, work }: Place) =>
  ({ source, folder, work, madeAt: MADE_AT, reason: 'hour', appVersion: '1.0.0' }) as const;
