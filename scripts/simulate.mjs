/**
 * `npm run simulate [-- options]`: simulated OPD days on the real engine; `--help` says more. Bundles the simulation
 * into out/simulate/ when its sources have changed since.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeBinary, outDir, readIfThere, root, shortPath, toolEnv } from './lib/paths.mjs';
import { quiet, show } from './lib/run.mjs';
import { command, Failure, toStandardError } from './lib/say.mjs';
import { setup } from './setup.mjs';

/** Whatever the bundle is made of. */
const SOURCES = [
  'src/main/simulation',
  'src/main/engine',
  'src/main/store',
  'src/shared',
  'package-lock.json',
];
const ENTRIES = ['cli', 'worker'];
const target = join(outDir, 'simulate');
/** Written last, with the hash of the sources. */
const stamp = join(target, '.built');

/** This script calls itself with it, on the project's own Node, which the bundler needs. */
const BUNDLE = '--bundle-only';

command(async () => {
  const args = process.argv.slice(2);
  if (args[0] === BUNDLE) return bundle();
  // What setting up says must not mix with data.
  await toStandardError(() => setup({ need: 'unit' }));
  await bundleIfStale();
  return show(nodeBinary, [join(target, 'cli.js'), ...args], { env: toolEnv(), cwd: process.cwd() });
});

async function bundleIfStale() {
  const wanted = hashOfSources();
  if (readIfThere(stamp) === wanted && ENTRIES.every((name) => existsSync(join(target, `${name}.js`))))
    return;
  rmSync(stamp, { force: true });
  const log = join(outDir, 'logs', 'simulate.log');
  const self = join(root, 'scripts', 'simulate.mjs');
  const code = await quiet(nodeBinary, [self, BUNDLE], { log, env: toolEnv() });
  if (code !== 0) throw new Failure(`The simulation could not be bundled; see the end of ${shortPath(log)}.`);
  writeFileSync(stamp, wanted);
}

async function bundle() {
  const { build } = await import('vite');
  const input = Object.fromEntries(
    ENTRIES.map((name) => [name, join(root, 'src', 'main', 'simulation', `${name}.ts`)]),
  );
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      target: 'node22',
      outDir: target,
      emptyOutDir: true,
      rolldownOptions: { input, output: { entryFileNames: '[name].js' } },
    },
  });
}

/** Contents, not times: a checkout or a formatter touches files without changing them. */
function hashOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(root, source);
    const files = source.endsWith('.json') ? [''] : readdirSync(path, { recursive: true, encoding: 'utf8' });
    for (const file of files.sort()) {
      if (file === '' || file.endsWith('.ts')) hash.update(file).update(readFileSync(join(path, file)));
    }
  }
  return hash.digest('hex');
}
