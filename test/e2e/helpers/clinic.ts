import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { calendar } from '../../../src/main/app/calendar';
import { fillWithSamples } from '../../../src/main/app/samples';
import { openSqliteStore } from '../../../src/main/store/sqlite/sqlite-store';

/** A clinic of three doctors with slots 9–10 … 12–13, as its own people would have set it up; one that is there stays. */
export async function setUpClinic(dataFolder: string): Promise<void> {
  const path = join(dataFolder, 'opd-tokens.db');
  if (existsSync(path)) return;
  const store = openSqliteStore({ path, calendar });
  await fillWithSamples(store);
  await store.close();
}
