/** `npm test [-- --unit]`: every check, then the end-to-end tests on the real app; ends with the count. */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeBinary, packageBin, root, toolEnv } from './lib/paths.mjs';
import { runPlaywright } from './lib/playwright.mjs';
import { e2eCounts, failures, sum, unitCounts, unitReport } from './lib/reports.mjs';
import { show } from './lib/run.mjs';
import { command, Failure, say } from './lib/say.mjs';
import { requireTracePackages } from './lib/system-packages.mjs';
import { setup } from './setup.mjs';

command(async () => {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => arg !== '--unit');
  if (unknown.length > 0) throw new Failure(`npm test knows only --unit, not ${unknown.join(' ')}.`);
  await setup({ need: 'unit' });
  await requireTracePackages();
  rmSync(dirname(unitReport), { recursive: true, force: true });

  /** @type {string[]} */
  const failed = [];
  for (const [name, run] of steps(args.includes('--unit'))) {
    say(`\n── ${name}`);
    if ((await attempt(run)) !== 0) failed.push(name);
  }

  const { passed, failed: failedTests, skipped } = sum([unitCounts(), e2eCounts()]);
  if (failed.length > 0) say(`\n✗ ${[failed.join(', '), ...failures()].join('\n\n✗ ')}`);
  say(`\n${passed} passed, ${failedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed.length > 0 || failedTests > 0 || passed === 0 ? 1 : 0;
});

/**
 * The parts of `npm run check`, then the app. A failed one does not keep the others from telling what they find.
 * @param {boolean} unitOnly
 * @returns {[string, () => Promise<number>][]}
 */
function steps(unitOnly) {
  const node = (/** @type {string[]} */ ...args) => show(nodeBinary, args, { env: toolEnv() });
  const script = (/** @type {string} */ name) => join(root, 'scripts', name);
  const vitestReport = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  /** @type {[string, () => Promise<number>][]} */
  const checks = [
    ['style', () => node(packageBin('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.')],
    ['types', () => node(script('check-types.mjs'))],
    ['imports', () => node(script('check-imports.mjs'))],
    ['unused code', () => node(packageBin('knip'))],
    ['unit tests', () => node(packageBin('vitest'), 'run', ...vitestReport)],
  ];
  if (unitOnly) return checks;
  if (existsSync('/usr/bin/dpkg-query')) {
    checks.push(['installer for Windows', () => node(script('package.mjs'), '--check-installer')]);
  }
  return [...checks, ['end-to-end tests', () => runPlaywright(['--project=app', '--grep-invert', '@long'])]];
}

/**
 * A step that cannot even run is a failed step; the count still comes last.
 * @param {() => Promise<number>} run
 */
async function attempt(run) {
  try {
    return await run();
  } catch (error) {
    say(`✗ ${error instanceof Error ? error.message : error}`);
    return 1;
  }
}
