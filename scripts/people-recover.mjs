/** `npm run people:recover -- --data DIR [INITIALS]`: a new PIN for an administrator whom nobody can let in any more. */
import { join } from 'node:path';
import { nodeBinary, outDir, toolEnv } from './lib/paths.mjs';
import { show } from './lib/run.mjs';
import { command, toStandardError } from './lib/say.mjs';
import { setup } from './setup.mjs';

command(async () => {
  await toStandardError(() => setup({ need: 'server' }));
  const program = join(outDir, 'main', 'recover.js');
  return show(nodeBinary, [program, ...process.argv.slice(2)], { env: toolEnv(), cwd: process.cwd() });
});
