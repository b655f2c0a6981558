/**
 * `npm run bench [-- PART …] [--quick | --full] [--json FILE] [--write]`: how fast the product is, each figure beside a floor of
 * the same run (docs/performance.md). It fails when something that is measured fails, never because it is slow.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeBinary, outDir, packageBin, root, toolEnv } from './lib/paths.mjs';
import { runPlaywright } from './lib/playwright.mjs';
import { show } from './lib/run.mjs';
import { command, Failure } from './lib/say.mjs';
import { setup } from './setup.mjs';

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
/** Those are measured in the app itself: the files of end-to-end tests that bear their names. */
const inApp = names.filter((name) => name.startsWith('app'));
const alone = names.filter((name) => !inApp.includes(name));

/**
 * Runs one step; the command ends with it if it fails.
 * @param {string} what
 * @param {Promise<number>} step
 */
async function must(what, step) {
  if ((await step) !== 0) throw new Failure(`${what} failed.`);
}

command(async () => {
  await setup({ need: 'server' });
  rmSync(join(outDir, 'bench', 'results'), { recursive: true, force: true });
  const env = toolEnv();
  const config = join(root, 'test/bench/vite.config.ts');
  const bundled = show(nodeBinary, [packageBin('vite'), 'build', '--config', config], { env });
  await must('Bundling the benchmark', bundled);
  const program = join(outDir, 'bench', 'program', 'main.js');
  if (names.length === 0 || alone.length > 0) {
    const extent = values.full ? ['--full'] : values.quick ? ['--quick'] : [];
    const args = [program, ...alone, ...extent];
    await must('The benchmark', show(nodeBinary, args, { env }));
  }
  // One at a time: nothing else may be measured with it.
  if (inApp.length > 0 || (names.length === 0 && !values.quick)) {
    const files = inApp.map((name) => name.replace('app', 'bench'));
    await must('The benchmark of the app', runPlaywright(['--project=bench', '--workers=1', ...files]));
  }
  const told = [...(values.json ? ['--json', values.json] : []), ...(values.write ? ['--write'] : [])];
  await must('The report', show(nodeBinary, [program, '--report', ...told], { env }));
});
