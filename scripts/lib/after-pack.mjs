import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The packager copies Electron's default app along when Electron comes from a folder; nothing may start it.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default function afterPack({ appOutDir, packager }) {
  rmSync(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
  // The test runtime's mark of which default app it holds.
  rmSync(join(appOutDir, 'shell-hash'), { force: true });
}
