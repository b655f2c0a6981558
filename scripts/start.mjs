/** `npm start [-- --demo …]`: starts the app; without a screen, a demo visit that leaves pictures. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { needsVirtualDisplay, openDisplay } from './lib/display.mjs';
import { nodeBinary, outDir, root, toolEnv } from './lib/paths.mjs';
import { show } from './lib/run.mjs';
import { command, say } from './lib/say.mjs';
import { electronEnv, setup } from './setup.mjs';

command(async () => {
  const args = process.argv.slice(2);
  const electron = await setup({ need: 'app' });
  if (!needsVirtualDisplay) {
    say('Starting OPD Tokens; close its windows or press Ctrl+C to end it.');
    const env = toolEnv({ ...electronEnv(electron), ELECTRON_OVERRIDE_DIST_PATH: undefined });
    return show(electron.executable, [...electron.args, root, ...args], { env });
  }

  say('There is no screen here: walking through a demo visit on a virtual one.');
  const dataDir = join(outDir, 'demo-data');
  rmSync(dataDir, { recursive: true, force: true });
  const display = await openDisplay();
  try {
    const appArgs = [`--user-data-dir=${dataDir}`, ...(args.includes('--demo') ? [] : ['--demo']), ...args];
    const env = toolEnv({ ...electronEnv(electron), ...display.env });
    return await show(nodeBinary, [join(root, 'scripts', 'demo-visit.mjs'), ...appArgs], { env });
  } finally {
    display.end();
  }
});
