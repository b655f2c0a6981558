import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../../../src/main/composition';
import { DATABASE } from '../../../src/main/data-folder';
import { openData } from '../../../src/main/open-data';
import type { SlipRenderer } from '../../../src/main/print/slip-renderer';
import { fail } from '../../../src/shared/result';
import { noWindows, temporaryFolder } from '../../helpers/clinic';

vi.mock('electron', () => ({ app: { getVersion: () => '0.0.0' }, shell: {} }));

const shut = async () => fail('UNAVAILABLE', 'There is no door here.');

test('data that cannot be made ready are closed again, and can be opened by others', async () => {
  const folder = temporaryFolder();
  Object.assign(process, { resourcesPath: folder });
  onTestFinished(() => void Reflect.deleteProperty(process, 'resourcesPath'));
  const path = join(folder, DATABASE);
  await openStore(path, undefined).close();
  const database = new Database(path);
  database.exec("CREATE TRIGGER no BEFORE INSERT ON doctors BEGIN SELECT raise(ABORT, 'no doctors'); END");
  database.close();
  const opening = openData({
    folder,
    practice: { clinic: null },
    startsAt: undefined,
    door: { enter: shut, leave: shut, setAside: shut, goBack: shut },
    computer: { look: () => expect.fail(), findReception: () => expect.fail(), change: () => undefined },
    open: noWindows.open,
    pagesFolder: folder,
    programFolder: folder,
    renderer: {} as SlipRenderer,
    log: { info() {}, warn() {}, error() {} },
    logFolder: folder,
    changed: () => undefined,
    servedChanged: () => undefined,
  });
  await expect(opening).rejects.toThrow('no doctors');
  await openStore(path, undefined).close();
});
