import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeRounds, type Rounds } from '../../../src/main/app/day/rounds';
import type { Tools } from '../../../src/main/copies/room';
import { openClinic, staff, type TestClinic, temporaryFolder, unwrap } from '../../helpers/clinic';
import { copied } from '../../helpers/copies';

export const HOUR = 60 * 60_000;
export const DAY = 24 * HOUR;

export interface Kept extends TestClinic {
  readonly root: string;
  readonly backups: string;
  readonly rounds: Rounds;
  /** A round, and whatever it begins. */
  round(): Promise<void>;
  /** At this moment. */
  roundAt(moment: number): Promise<void>;
  /** The names of the copies in a folder; default: that of the data. */
  copies(folder?: string): string[];
}

/** A clinic on a file, whose copies are made for real. */
export async function keptClinic(tools: Partial<Tools> = {}, time?: number): Promise<Kept> {
  const root = temporaryFolder();
  const backups = join(root, 'backups');
  const clinic = await openClinic({
    path: join(root, 'opd-tokens.db'),
    backups,
    copies: tools,
    ...(time !== undefined && { time }),
  });
  const rounds = makeRounds(clinic.environment);
  const round = async (): Promise<void> => {
    await rounds.run();
    await copied(clinic);
  };
  return {
    ...clinic,
    ...{ root, backups, rounds, round },
    async roundAt(moment) {
      clinic.clock.setTo(moment);
      await round();
    },
    copies: (folder = backups) =>
      existsSync(folder)
        ? readdirSync(folder)
            .filter((file) => /\.db(\.gz(\.age)?)?$/.test(file))
            .sort()
        : [],
  };
}

export const statusOf = async ({ app }: TestClinic) => unwrap(await app.call('backups.status', {}, staff));
export const makeNow = ({ app }: TestClinic) => app.call('backups.make', {}, staff);
