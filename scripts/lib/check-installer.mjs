import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { textOfNsis } from './nsis-program.mjs';
import {
  isLinux,
  logDir,
  nodeBinary,
  outDir,
  packageBin,
  readJson,
  root,
  shortPath,
  toolEnv,
} from './paths.mjs';
import { quiet } from './run.mjs';
import { Failure } from './say.mjs';
import { standInPlugin } from './stand-in-plugin.mjs';
import { requirePackages } from './system-packages.mjs';

const work = join(outDir, 'check-installer');
const log = join(logDir, 'check-installer.log');
const templates = join(root, 'node_modules', 'app-builder-lib', 'templates', 'nsis');
/** Where Debian's `nsis` has what `makensis` needs. */
const NSIS = '/usr/share/nsis';

/** What must have come into each program, or must not. */
const INSTALLER = [
  'show rule name=',
  'add rule name=',
  'profile=private,domain',
  '--start-with-system',
  'विकल्प',
];
const UNINSTALLER = ['delete rule name=all', '%APPDATA%', 'StartupApproved', 'क्लिनिक का डेटा वहीं रहता है'];

/**
 * Compiles the installer for Windows and its uninstaller, on Debian, by electron-builder itself and Debian's makensis with every
 * warning an error. The program in it is a stand-in, and so are electron-builder's plugins, which only its download has: names
 * without code. It shows that the script compiles and what is in it, not that it runs.
 * @returns {Promise<string>} what was compiled, in a sentence
 */
export async function checkInstaller() {
  if (!isLinux || !existsSync('/usr/bin/dpkg-query')) {
    throw new Failure('The installer is checked on Debian or Ubuntu, whose makensis compiles it.');
  }
  await requirePackages('to compile the installer for Windows', [['nsis'], ['p7zip-full']]);
  rmSync(work, { recursive: true, force: true });
  const at = (/** @type {string[]} */ ...path) => join(work, ...path);
  const { productName, version } = readJson(join(root, 'package.json'));
  layOut(at, productName);
  const config = at('electron-builder.json');
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(root, 'electron-builder.yml'),
      directories: { output: at('made') },
      electronVersion: readJson(join(root, 'node_modules', 'electron', 'package.json')).version,
    }),
  );
  const env = toolEnv({
    ELECTRON_BUILDER_NSIS_DIR: at('nsis'),
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: at('resources'),
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/lib/p7zip/7za',
    CSC_IDENTITY_AUTO_DISCOVERY: 'false',
    PATH: `${at('bin')}${delimiter}${process.env.PATH}`,
  });
  const builder = [packageBin('electron-builder'), '--win', 'nsis', '--x64'];
  const options = ['--prepackaged', at('app'), '--config', config, '--publish', 'never'];
  if ((await quiet(nodeBinary, [...builder, ...options], { log, env })) !== 0) {
    throw new Failure(`The installer does not compile; see ${shortPath(log)}.`);
  }
  const installer = at('made', `opd-tokens-${version}-win-x64.exe`);
  if (!existsSync(installer)) throw new Failure(`No installer was made; see ${shortPath(log)}.`);
  const inside = textOfNsis(readFileSync(installer));
  const uninstaller = textOfNsis(readFileSync(at('uninstaller.exe')));
  const problems = [
    ...[...INSTALLER, ...UNINSTALLER].filter((text) => !inside.includes(text)).map((text) => `no ${text}`),
    ...UNINSTALLER.filter((text) => !uninstaller.includes(text)).map(
      (text) => `the uninstaller has no ${text}`,
    ),
    ...INSTALLER.filter((text) => uninstaller.includes(text)).map((text) => `the uninstaller has ${text}`),
  ];
  if (problems.length > 0) throw new Failure(`The installer is not as it should be: ${problems.join('; ')}.`);
  return 'The installer for Windows and its uninstaller compile, with every warning an error.';
}

/**
 * @param {(...path: string[]) => string} at
 * @param {string} productName
 */
function layOut(at, productName) {
  for (const folder of ['app/resources', 'bin', 'nsis/linux', 'resources/plugins/x86-unicode']) {
    mkdirSync(at(folder), { recursive: true });
  }
  writeFileSync(at('app', `${productName}.exe`), 'MZ: a stand-in for the program');
  writeFileSync(at('app', 'resources', 'app.asar'), 'a stand-in for the archive');
  for (const name of readdirSync(NSIS)) symlinkSync(join(NSIS, name), at('nsis', name));
  symlinkSync('/usr/bin/makensis', at('nsis', 'linux', 'makensis'));
  writeFileSync(at('nsis', 'elevate.exe'), 'MZ: a stand-in');
  for (const [plugin, functions] of pluginsOfTemplates()) {
    writeFileSync(
      at('resources', 'plugins', 'x86-unicode', `${plugin}.dll`),
      standInPlugin(plugin, functions),
    );
  }
  // electron-builder starts a first installer under Wine, which only writes the uninstaller; here it stands for that itself.
  const wine = `#!/bin/sh
set -e
cp "$1" "$(dirname "$1")/$(basename "$1" .exe).__uninstaller.exe"
cp "$1" ${JSON.stringify(at('uninstaller.exe'))}
`;
  writeFileSync(at('bin', 'wine'), wine, { mode: 0o755 });
}

/**
 * What the templates call of plugins that Debian has not.
 * @returns {Map<string, string[]>}
 */
function pluginsOfTemplates() {
  const own = new Set(
    readdirSync(join(NSIS, 'Plugins', 'x86-unicode')).map((name) => name.replace('.dll', '')),
  );
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const name of readdirSync(templates, { recursive: true, encoding: 'utf8' })) {
    if (!/\.ns[hi]$/.test(name)) continue;
    const text = readFileSync(join(templates, name), 'utf8');
    // System calls name Windows' own libraries within quotes: no plugins.
    for (const [, plugin = '', call = ''] of text.matchAll(/^[^'"`#\n]*?\b(\w+)::(\w+)/gm)) {
      if (own.has(plugin)) continue;
      const calls = found.get(plugin) ?? [];
      if (!calls.includes(call)) calls.push(call);
      found.set(plugin, calls);
    }
  }
  return found;
}
