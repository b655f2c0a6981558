/**
 * `npm run package [-- --dir]`: installers, or with --dir the unpacked app. Installers are made of the official
 * Electron only; of the test runtime there is a directory, marked as a test build.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeBinary, outDir, packageBin, readJson, root, shortPath, toolEnv } from './lib/paths.mjs';
import { show } from './lib/run.mjs';
import { command, Failure, say } from './lib/say.mjs';
import { electronEnv, setup } from './setup.mjs';

const workDir = join(outDir, 'package');

command(async () => {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => arg !== '--dir');
  if (unknown.length > 0) throw new Failure(`npm run package knows only --dir, not ${unknown.join(' ')}.`);
  const directoryOnly = args.includes('--dir');
  const electron = await setup({ need: 'app' });
  if (!electron.official && !directoryOnly) {
    throw new Failure(
      'Installers are made of the official Electron only, which is not to be had here; `npm run package -- --dir` packs a test build.',
    );
  }

  rmSync(workDir, { recursive: true, force: true });
  mkdirSync(workDir, { recursive: true });
  const config = electron.official ? officialConfig(electron) : testBuildConfig(electron);
  const configFile = join(workDir, 'electron-builder.json');
  writeFileSync(configFile, JSON.stringify(config, undefined, 2));
  const env = toolEnv({ ...electronEnv(electron), ELECTRON_OVERRIDE_DIST_PATH: undefined });
  const mode = directoryOnly ? ['--dir'] : [];
  const builder = [packageBin('electron-builder'), ...mode, '--config', configFile, '--publish', 'never'];
  const code = await show(nodeBinary, builder, { env });
  if (code !== 0) throw new Failure('Packing failed; the lines above say why.');
  say(`Packed into ${shortPath(config.directories.output)}/.`);
});

/**
 * Packs the Electron that is here, rather than downloading it once more.
 * @param {import('./lib/electron.mjs').Electron} electron
 */
function officialConfig(electron) {
  return {
    extends: 'electron-builder.yml',
    directories: { output: join(root, 'dist') },
    electronDist: electron.dist,
    electronVersion: electron.version,
  };
}

/**
 * Says in its name, its version, a file and its metadata that it is no release, and carries the database binding
 * that this Electron needs.
 * @param {import('./lib/electron.mjs').Electron} electron
 */
function testBuildConfig(electron) {
  const { version, productName } = readJson(join(root, 'package.json'));
  const note = join(workDir, 'TEST-BUILD.txt');
  writeFileSync(
    note,
    `A test build of ${productName} ${version} on Electron ${electron.version}, packed to try the packing.\n` +
      'Not for use in a clinic: this Electron is old and gets no security updates.\n',
  );
  const binding = electron.binding
    ? [{ from: dirname(electron.binding), to: 'native', filter: ['better_sqlite3.node'] }]
    : [];
  return {
    ...officialConfig(electron),
    directories: { output: join(root, 'dist', 'test-build') },
    productName: `${productName} Test Build`,
    extraMetadata: {
      version: `${version}-testbuild`,
      productName: `${productName} Test Build`,
      testBuild: true,
    },
    extraFiles: [{ from: workDir, to: '.', filter: ['TEST-BUILD.txt'] }],
    extraResources: binding,
  };
}
