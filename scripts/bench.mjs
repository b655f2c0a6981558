/** `npm run bench [-- copies]`: how fast the app's own path is, as ratios against a floor measured in the same run. */
import { join } from 'node:path';
import { nodeBinary, packageBin, root, toolEnv } from './lib/paths.mjs';
import { runPlaywright } from './lib/playwright.mjs';
import { show } from './lib/run.mjs';
import { command } from './lib/say.mjs';
import { setup } from './setup.mjs';

command(async () => {
  const only = process.argv.slice(2);
  await setup({ need: 'server' });
  const config = join(root, 'test/bench/vitest.config.ts');
  const core = await show(
    nodeBinary,
    [packageBin('vitest'), 'run', '--config', config, '--reporter=default', ...only],
    { env: toolEnv() },
  );
  if (only.length > 0) return core;
  // In the app itself, one at a time: nothing else may be measured with it.
  const app = await runPlaywright(['--project=bench', '--workers=1']);
  return core || app;
});
