import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../src/main/store/sqlite/sqlite-store';
import { openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';
import { personalInLogs } from '../../helpers/personal-in-logs';
import { days } from '../../store/contract/kit';

test('the search of the logs, which runs after every end-to-end test, finds a name, an old name and a phone', async () => {
  const folder = temporaryFolder();
  const store = openSqliteStore({ path: join(folder, 'opd-tokens.db'), ...days });
  const { app, issued } = await openClinic({ store });
  const { id: tokenId } = await issued({ patientName: 'Asha Verma', patientContact: '9876543210' });
  unwrap(await app.call('tokens.correct', { tokenId, patientName: 'Asha Varma' }, staff));
  const log = join(folder, 'logs', 'main.log');
  mkdirSync(join(folder, 'logs'));
  writeFileSync(log, 'sweep refused: CONFLICT A-001\n');
  expect(personalInLogs(folder)).toEqual([]);
  for (const leak of ['Asha Verma', 'asha varma', '9876543210']) {
    writeFileSync(log, `refused ${leak}\n`);
    expect(personalInLogs(folder), leak).toHaveLength(1);
  }
});
