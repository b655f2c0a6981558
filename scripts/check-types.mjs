/** `npm run check:types`: every TypeScript project, two at a time. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeBinary, outDir, packageBin, root, toolEnv } from './lib/paths.mjs';
import { show } from './lib/run.mjs';
import { command, Failure, say } from './lib/say.mjs';

const PROJECTS = ['pure', 'node', 'web', 'preload', 'e2e'].map((name) => `tsconfig.${name}.json`);

command(async () => {
  const missing = PROJECTS.filter((project) => !existsSync(join(root, project)));
  if (missing.length > 0) throw new Failure(`Missing: ${missing.join(', ')}.`);
  const tsc = packageBin('@typescript/native', 'tsc');
  const waiting = [...PROJECTS];
  /** @type {string[]} */
  const failed = [];
  const worker = async () => {
    for (let project = waiting.shift(); project; project = waiting.shift()) {
      // What was found the last time is kept: only what has changed since is looked at again.
      const kept = join(outDir, 'types', `${project}.tsbuildinfo`);
      const options = ['--noEmit', '--incremental', '--tsBuildInfoFile', kept, '--project', project];
      const code = await show(nodeBinary, [tsc, ...options], { env: toolEnv() });
      if (code !== 0) failed.push(project);
    }
  };
  await Promise.all([worker(), worker()]);
  if (failed.length > 0) throw new Failure(`Types do not check in ${failed.sort().join(', ')}.`);
  say(`Types check in ${PROJECTS.length} projects.`);
});
