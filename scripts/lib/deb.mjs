import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './paths.mjs';
import { show } from './run.mjs';
import { Failure } from './say.mjs';

/**
 * A package for Debian and Ubuntu, made of the unpacked app by `dpkg-deb`: what electron-builder would fetch for it is a
 * program of another platform's packages.
 *
 * @typedef {object} DebFacts
 * @property {string} name of the package and of its command
 * @property {string} version Debian's: `~` sorts before nothing, so that a release comes after its test builds
 * @property {string} title as people see it
 * @property {string} maintainer
 * @property {string} executable in the unpacked app
 * @property {boolean} isTestBuild
 */

/** What Electron needs of a system; both names where a library has been renamed (64-bit time). */
const DEPENDS = [
  'libasound2t64 | libasound2',
  'libatk-bridge2.0-0t64 | libatk-bridge2.0-0',
  'libcups2t64 | libcups2',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0t64 | libgtk-3-0',
  'libnotify4',
  'libnss3',
  'libsecret-1-0',
  'libxss1',
  'libxtst6',
  'xdg-utils',
];

/**
 * @param {DebFacts} facts
 * @param {number} bytes of all that is installed
 */
export function controlText({ name, version, title, maintainer, isTestBuild }, bytes) {
  const lines = [
    `Package: ${name}`,
    `Version: ${version}`,
    'Section: misc',
    'Priority: optional',
    'Architecture: amd64',
    `Maintainer: ${maintainer}`,
    `Installed-Size: ${Math.ceil(bytes / 1024)}`,
    `Depends: ${DEPENDS.join(', ')}`,
    'Recommends: cups',
    // For a kiosk without a desktop.
    'Suggests: cage, xwayland',
    // Both are one program with one command.
    `Conflicts: ${isTestBuild ? 'opd-tokens' : 'opd-tokens-testbuild'}`,
    `Description: ${title}: tokens, printed slips and fair queues for a clinic`,
    ' Gives every outpatient a token, a printed slip and a fair place in a',
    ' doctor’s queue. Works with no network.',
    ...(isTestBuild
      ? [
          ' .',
          ' This is a test build, made to try the packing. Its browser engine is old and',
          ' gets no security updates: not for use in a clinic.',
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** @param {DebFacts} facts */
export function desktopText({ name, title }) {
  return `[Desktop Entry]
Type=Application
Name=${title}
Name[hi]=${title}
Comment=Tokens, printed slips and fair queues for a clinic
Exec=/usr/bin/${name} %U
Icon=${name}
Terminal=false
StartupWMClass=${title}
Categories=Office;MedicalSoftware;
`;
}

/** The account that a kiosk without a desktop runs as: whoever turns it on makes it. */
export const KIOSK_ACCOUNT = 'opd-kiosk';

/**
 * A computer that is a kiosk and nothing else: no desktop, one program on one screen. It is installed and not turned on; after
 * what Cage's own wiki says of starting with the system.
 * @param {DebFacts} facts
 */
export function kioskUnitText({ name, title }) {
  return `[Unit]
Description=${title} as a kiosk, without a desktop
Documentation=file:///usr/share/doc/${name}/kiosk.md
After=systemd-user-sessions.service plymouth-quit-wait.service dbus.socket systemd-logind.service getty@tty1.service
Before=graphical.target
Wants=dbus.socket systemd-logind.service
Conflicts=getty@tty1.service
ConditionPathExists=/dev/tty0
StartLimitIntervalSec=300
StartLimitBurst=10

[Service]
User=${KIOSK_ACCOUNT}
PAMName=login
TTYPath=/dev/tty1
TTYReset=yes
TTYVHangup=yes
TTYVTDisallocate=yes
StandardInput=tty-fail
StandardOutput=journal
StandardError=journal
UtmpIdentifier=tty1
UtmpMode=user
# No other console can be switched to: without -s Cage does not listen for Ctrl+Alt+F2.
ExecStart=/usr/bin/cage -- /usr/bin/${name} --station=kiosk
Restart=always
RestartSec=2
TimeoutStopSec=20

[Install]
WantedBy=graphical.target
`;
}

/**
 * Nothing is asked and nothing deleted: the data are the clinic's, also when the program goes.
 * @param {DebFacts} facts
 */
export function afterRemovalText({ title }) {
  return `#!/bin/sh
set -e
case "$1" in
  remove|purge)
    echo "${title} is removed. The clinic's data stay where they are: in each account's ~/.config/${title}"
    ;;
esac
`;
}

/**
 * Lays out the package in a folder and packs it.
 * @param {DebFacts} facts
 * @param {{ readonly unpacked: string, readonly work: string, readonly output: string }} folders
 * @returns {Promise<string>} the path of the `.deb`
 */
export async function makeDeb(facts, { unpacked, work, output }) {
  const { name, version } = facts;
  const tree = join(work, 'deb');
  rmSync(tree, { recursive: true, force: true });
  const at = (/** @type {string[]} */ ...path) => join(tree, ...path);
  for (const folder of [
    ['DEBIAN'],
    ['usr', 'bin'],
    ['usr', 'lib', 'systemd', 'system'],
    ['usr', 'share', 'applications'],
    ['usr', 'share', 'doc', name],
    ['usr', 'share', 'icons', 'hicolor', '512x512', 'apps'],
    ['usr', 'share', 'icons', 'hicolor', 'scalable', 'apps'],
  ]) {
    mkdirSync(at(...folder), { recursive: true, mode: 0o755 });
  }
  cpSync(unpacked, at('opt', name), { recursive: true, verbatimSymlinks: true });
  symlinkSync(`/opt/${name}/${facts.executable}`, at('usr', 'bin', name));
  writeFileSync(at('usr', 'share', 'applications', `${name}.desktop`), desktopText(facts));
  writeFileSync(at('usr', 'lib', 'systemd', 'system', `${name}-kiosk.service`), kioskUnitText(facts));
  const icons = at('usr', 'share', 'icons', 'hicolor');
  cpSync(join(root, 'resources', 'icon.png'), join(icons, '512x512', 'apps', `${name}.png`));
  cpSync(join(root, 'resources', 'icon.svg'), join(icons, 'scalable', 'apps', `${name}.svg`));
  const doc = at('usr', 'share', 'doc', name);
  writeFileSync(join(doc, 'copyright'), readFileSync(join(root, 'LICENSE')));
  cpSync(join(root, 'docs', 'kiosk.md'), join(doc, 'kiosk.md'));
  const changes = `${name} (${version}) stable; urgency=medium\n\n  * ${facts.title} ${version}.\n\n -- ${facts.maintainer}  ${new Date().toUTCString().replace('GMT', '+0000')}\n`;
  writeFileSync(join(doc, 'changelog.gz'), gzipSync(changes, { level: 9 }));

  const files = filesIn(tree).filter((path) => !path.startsWith('DEBIAN/'));
  const bytes = files.reduce((all, path) => all + statSync(at(path)).size, 0);
  const sums = files.map(
    (path) =>
      `${createHash('md5')
        .update(readFileSync(at(path)))
        .digest('hex')}  ${path}\n`,
  );
  writeFileSync(at('DEBIAN', 'md5sums'), sums.join(''));
  writeFileSync(at('DEBIAN', 'control'), controlText(facts, bytes));
  writeFileSync(at('DEBIAN', 'postrm'), afterRemovalText(facts), { mode: 0o755 });
  await closeForOthers(tree, join('opt', name));

  mkdirSync(output, { recursive: true });
  const path = join(output, `${name}_${version}_amd64.deb`);
  const code = await show('dpkg-deb', ['--root-owner-group', '-Zzstd', '-z10', '--build', tree, path]);
  if (code !== 0) throw new Failure('dpkg-deb could not make the package; the lines above say why.');
  rmSync(tree, { recursive: true, force: true });
  return path;
}

/**
 * Everybody reads, the owner writes; the sandbox's helper is root's, also where an account may not make namespaces.
 * @param {string} tree
 * @param {string} app
 */
async function closeForOthers(tree, app) {
  await show('chmod', ['-R', 'u=rwX,go=rX', tree]);
  await show('chmod', ['4755', join(tree, app, 'chrome-sandbox')]);
}

/**
 * @param {string} folder
 * @returns {string[]} files, from the folder on; no links
 */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
