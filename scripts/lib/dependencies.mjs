import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { npmCommand } from './npm.mjs';
import { isWindows, logDir, nodeBinary, readIfThere, readJson, root, shortPath } from './paths.mjs';
import { quiet } from './run.mjs';
import { Failure, progress } from './say.mjs';

const modules = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
/** Written last, so that an interrupted install has none. */
const stamp = join(modules, '.opd-tokens-installed');

/** Installs the locked dependencies where they are missing, stale or half there. */
export async function installDependencies() {
  if (!existsSync(lockFile))
    throw new Failure('package-lock.json is missing: this copy of the project is not whole.');
  const wanted = wantedKey();
  if (readIfThere(stamp) === wanted && existsSync(nodeBinary)) return;
  if (existsSync(nodeBinary) && matchesLock()) return writeFileSync(stamp, wanted);

  rmSync(stamp, { force: true });
  const count = Object.values(readJson(lockFile).packages).filter((entry) => !entry.optional).length;
  const step = progress(`Installing ${count} packages`);
  const log = join(logDir, 'npm.log');
  const npm = npmCommand();
  // Windows locks the program that runs: `npm ci`, which deletes node_modules first, would stumble over the
  // project's own Node when that one runs us. `npm install` leaves what is right in place.
  const locked = isWindows && process.execPath.startsWith(modules + sep);
  const code = await quiet(npm.file, [...npm.args, locked ? 'install' : 'ci', '--loglevel=error'], {
    log,
    shell: npm.shell,
  });
  step.end(code === 0 ? undefined : 'failed');
  if (code !== 0) throw new Failure(`The packages could not be installed; see ${shortPath(log)}.`);
  if (!existsSync(nodeBinary)) {
    throw new Failure(
      `The packages are installed, but the Node among them is missing; see ${shortPath(log)}.`,
    );
  }
  writeFileSync(stamp, wanted);
}

function wantedKey() {
  const { dependencies, devDependencies, allowScripts, overrides } = readJson(join(root, 'package.json'));
  return createHash('sha256')
    .update(readFileSync(lockFile))
    .update(JSON.stringify({ dependencies, devDependencies, allowScripts, overrides }))
    .digest('hex');
}

/**
 * Whether someone's own `npm ci` or `npm install` has done the work: npm writes, when it is through, what it
 * installed. Packages for other platforms may be missing.
 */
function matchesLock() {
  const installed = readIfThere(join(modules, '.package-lock.json'));
  if (!installed) return false;
  const { packages } = JSON.parse(installed);
  return Object.entries(readJson(lockFile).packages).every(([path, entry]) => {
    if (path === '') return true;
    const here = packages[path];
    return here
      ? here.version === entry.version && here.integrity === entry.integrity
      : entry.optional === true;
  });
}
