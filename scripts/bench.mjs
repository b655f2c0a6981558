/** `npm run bench`: how fast the app's own path is, as ratios against a floor measured in the same run. */
import { join } from 'node:path';
import { nodeBinary, packageBin, root, toolEnv } from './lib/paths.mjs';
import { show } from './lib/run.mjs';
import { command } from './lib/say.mjs';
import { setup } from './setup.mjs';

command(async () => {
  await setup({ need: 'unit' });
  const config = join(root, 'test/bench/vitest.config.ts');
  return show(nodeBinary, [packageBin('vitest'), 'run', '--config', config, '--reporter=default'], {
    env: toolEnv(),
  });
});
