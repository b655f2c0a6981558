/**
 * `npm run check:electron`: Doyensec's Electronegativity over the built app. It is no dependency: 405 packages, most of them old, for
 * one look before a release; npm fetches it for this command alone, without running anything of it at install.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compareFindings, EXPLAINED, findingsOf, layOutForLinter } from './lib/electron-linter.mjs';
import { npmCommand } from './lib/npm.mjs';
import { logDir, outDir, readJson, root, shortPath, toolEnv } from './lib/paths.mjs';
import { quiet } from './lib/run.mjs';
import { command, Failure, say } from './lib/say.mjs';
import { setup } from './setup.mjs';

const LINTER = '@doyensec/electronegativity@1.10.3';

command(async () => {
  await setup({ need: 'server' });
  const work = join(outDir, 'check-electron');
  const scripts = await layOutForLinter(outDir, work);
  const report = join(outDir, 'check-electron.sarif');
  rmSync(report, { force: true });
  const electron = readJson(join(root, 'package.json')).devDependencies.electron;
  const npm = npmCommand();
  const linter = ['exec', '--yes', `--package=${LINTER}`, '--', 'electronegativity'];
  // Which Electron is the newest, and what it repairs, is asked of the network: `npm outdated` says it.
  const less = ['--exclude-checks', 'availablesecurityfixesglobalcheck'];
  const about = ['--relative', '--electron-version', electron, ...less];
  const options = ['--input', work, '--output', report, ...about];
  const log = join(logDir, 'check-electron.log');
  const env = toolEnv({
    npm_config_ignore_scripts: 'true',
    NODE_OPTIONS: `--require "${join(root, 'scripts', 'lib', 'without-network.cjs').replaceAll('\\', '/')}"`,
  });
  await quiet(npm.file, [...npm.args, ...linter, ...options], { log, env, shell: npm.shell });
  if (!existsSync(report)) throw new Failure(`The linter did not run; see ${shortPath(log)}.`);

  const { findings, unread } = findingsOf(readJson(report), scripts, (path) =>
    readFileSync(join(work, path), 'utf8'),
  );
  if (unread.length > 0) throw new Failure(`The linter could not read ${unread.join(', ')}.`);
  const { added, gone } = compareFindings(findings);
  for (const { check, file, line } of added) say(`✗ ${check} in ${file}: ${line}`);
  for (const { check, file } of gone) say(`✗ ${check} in ${file} is explained, and no longer found`);
  if (added.length + gone.length > 0) throw new Failure('The findings are not those that are explained.');
  say(`${scripts.length} scripts read; ${EXPLAINED.length} findings, each explained.`);
});
