import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { openSqliteStore, sqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { Store } from '../../src/main/store/store';
import { temporaryFolder } from '../helpers/clinic';
import { auditContract } from './contract/audit.contract';
import { commitsContract } from './contract/commits.contract';
import { forgettingContract } from './contract/forgetting.contract';
import { days, type Open } from './contract/kit';
import { leadingContract } from './contract/leading.contract';
import { patientsContract } from './contract/patients.contract';
import { readingContract } from './contract/reading.contract';
import { transactContract } from './contract/transact.contract';

/** What every store must do, done on SQLite. */
const open: Open = () => {
  const path = join(temporaryFolder(), 'data.db');
  const database = openDatabase({ path });
  const store = sqliteStore(database, days);
  const opened: Store[] = [store];
  onTestFinished(async () => {
    for (const one of opened) await one.close().catch(() => undefined);
  });
  return {
    store,
    changes: () => Number(database.prepare('SELECT total_changes()').pluck().get()),
    reopen: async () => {
      await store.close();
      const again = openSqliteStore({ path, ...days });
      opened.push(again);
      return again;
    },
  };
};

readingContract(open);
transactContract(open);
commitsContract(open);
leadingContract(open);
forgettingContract(open);
auditContract(open);
patientsContract(open);
