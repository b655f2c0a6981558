import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { buildApp, forgetBuild } from './lib/build.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { findElectron } from './lib/electron.mjs';
import { withLock } from './lib/lock.mjs';
import { root } from './lib/paths.mjs';
import { command, say } from './lib/say.mjs';
import { requireWindowPackages } from './lib/system-packages.mjs';

/**
 * Makes ready what a command needs, from a bare checkout on: the locked packages, and for the app also the
 * system's libraries, an Electron and the built app; a server needs the built app alone. Each step is skipped when it is done already.
 * @template {'unit' | 'server' | 'app'} Need
 * @param {{ need: Need, build?: boolean }} options build: false leaves the app unbuilt, for the dev server
 * @returns {Promise<Need extends 'app' ? import('./lib/electron.mjs').Electron : undefined>}
 */
export function setup({ need, build = true }) {
  const project = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return withLock(`project-${project}`, async () => {
    await installDependencies();
    if (need === 'unit') return /** @type {any} */ (undefined);
    if (need === 'server') return /** @type {any} */ (await buildApp());
    await requireWindowPackages();
    const electron = await findElectron();
    if (build) await buildApp();
    else forgetBuild();
    return /** @type {any} */ (electron);
  });
}

/**
 * What the app, the tests and the tools read about the Electron in use.
 * @param {import('./lib/electron.mjs').Electron} electron
 * @returns {Record<string, string | undefined>}
 */
export function electronEnv(electron) {
  return {
    OPD_ELECTRON_PATH: electron.executable,
    OPD_ELECTRON_ARGS: JSON.stringify(electron.args),
    OPD_SQLITE_BINDING: electron.binding,
    // Also for whatever asks the `electron` package, which would start a download.
    ELECTRON_OVERRIDE_DIST_PATH: electron.dist,
    // Left behind by some terminals, it would make Electron a plain Node.
    ELECTRON_RUN_AS_NODE: undefined,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  command(async () => {
    await setup({ need: 'app' });
    say('Ready.');
  });
}
