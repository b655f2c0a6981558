/**
 * `npm run package [-- --dir | --check-installer]`: what this computer can make: always the unpacked app, looked through; on Debian and Ubuntu a
 * package; of the official Electron the installers of this platform. With --dir the unpacked app alone. What is made of the
 * test runtime bears in its name that it is a test build. With --check-installer nothing is made: the installer for Windows is
 * compiled around a stand-in, on Debian.
 */
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkInstaller } from './lib/check-installer.mjs';
import { makeDeb } from './lib/deb.mjs';
import { packageContents } from './lib/package-contents.mjs';
import { isLinux, nodeBinary, outDir, packageBin, readJson, root, shortPath, toolEnv } from './lib/paths.mjs';
import { show } from './lib/run.mjs';
import { command, Failure, say } from './lib/say.mjs';
import { unsignedIn } from './lib/signature.mjs';
import { electronEnv, setup } from './setup.mjs';

const workDir = join(outDir, 'package');

command(async () => {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => arg !== '--dir' && arg !== '--check-installer');
  if (unknown.length > 0) {
    throw new Failure(`npm run package knows only --dir and --check-installer, not ${unknown.join(' ')}.`);
  }
  if (args.includes('--check-installer')) {
    await setup({ need: 'unit' });
    say(`✓ ${await checkInstaller()}`);
    return;
  }
  const directoryOnly = args.includes('--dir');
  const electron = await setup({ need: 'app' });

  rmSync(workDir, { recursive: true, force: true });
  mkdirSync(workDir, { recursive: true });
  const config = electron.official ? officialConfig(electron) : testBuildConfig(electron);
  const { output } = config.directories;
  rmSync(output, { recursive: true, force: true });
  if (!(await build(electron, config, ['--dir']))) {
    throw new Failure('Packing failed; the lines above say why.');
  }
  /** @type {string[]} */
  const made = [];
  /** @type {string[]} */
  const notMade = [];
  const unpacked = join(output, unpackedName());
  made.push(lookedThrough(unpacked));
  if (!directoryOnly) {
    if (!isLinux) notMade.push('a package for Debian: only Linux makes one');
    else if (!existsSync('/usr/bin/dpkg-deb'))
      notMade.push('a package for Debian: there is no dpkg-deb here');
    else made.push(await debOf(electron, unpacked, output));
    if (!electron.official) {
      notMade.push(
        'installers for other systems: they are made of the official Electron, which cannot be fetched here',
      );
    } else if (await build(electron, config, ['--prepackaged', unpacked])) {
      made.push(`installers of this platform in ${shortPath(output)}/`);
      const unsigned = await unsignedIn(output, unpacked);
      if (unsigned.length > 0) {
        notMade.push(
          `a signature of ${unsigned.join(', ')}: without one the system warns of it (docs/install.md)`,
        );
      }
    } else {
      notMade.push(
        'installers of this platform: their packer could not be fetched or failed; the lines above say why',
      );
    }
  }
  say(`\nMade: ${made.join('\n      ')}`);
  if (notMade.length > 0) say(`Not made: ${notMade.join('\n          ')}`);
});

/**
 * @param {import('./lib/electron.mjs').Electron} electron
 * @param {ReturnType<typeof officialConfig>} config
 * @param {string[]} mode
 */
async function build(electron, config, mode) {
  const configFile = join(workDir, 'electron-builder.json');
  writeFileSync(configFile, JSON.stringify(config, undefined, 2));
  const env = toolEnv({ ...electronEnv(electron), ELECTRON_OVERRIDE_DIST_PATH: undefined });
  const builder = [packageBin('electron-builder'), ...mode, '--config', configFile, '--publish', 'never'];
  return (await show(nodeBinary, builder, { env })) === 0;
}

/** Where electron-builder puts the unpacked app of this platform. */
function unpackedName() {
  if (isLinux) return process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`;
  return process.platform === 'win32' ? 'win-unpacked' : `mac${process.arch === 'arm64' ? '-arm64' : ''}`;
}

/**
 * A package with anything in it that does not belong there is none. On macOS the app is a bundle of its own shape, and not looked through.
 * @param {string} unpacked
 */
function lookedThrough(unpacked) {
  if (process.platform === 'darwin') return `the app in ${shortPath(unpacked)}/`;
  const { files, megabytes, problems } = packageContents(
    unpacked,
    `${process.platform}-${process.arch}.node`,
  );
  if (problems.length > 0)
    throw new Failure(`The package is not as it should be: ${problems.slice(0, 5).join('; ')}.`);
  return `the unpacked app in ${shortPath(unpacked)}/ (archive of ${files} files, ${megabytes} MB)`;
}

/**
 * @param {import('./lib/electron.mjs').Electron} electron
 * @param {string} unpacked
 * @param {string} output
 */
async function debOf(electron, unpacked, output) {
  const { version, productName, author } = readJson(join(root, 'package.json'));
  const isTestBuild = !electron.official;
  const path = await makeDeb(
    {
      name: isTestBuild ? 'opd-tokens-testbuild' : 'opd-tokens',
      version: isTestBuild ? `${version}~testbuild` : version,
      title: isTestBuild ? `${productName} Test Build` : productName,
      maintainer: `${author} <opd-tokens@localhost>`,
      executable: 'opd-tokens',
      isTestBuild,
    },
    { unpacked, work: workDir, output },
  );
  const megabytes = Math.round(statSync(path).size / 1024 / 1024);
  return `${shortPath(path)} (${megabytes} MB)`;
}

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
