/** `npm start [-- --demo …]`: starts the app; without a screen, the server for browsers on this computer. */
import { needsVirtualDisplay } from './lib/display.mjs';
import { root, toolEnv } from './lib/paths.mjs';
import { show } from './lib/run.mjs';
import { command, say } from './lib/say.mjs';
import { serve } from './lib/serve.mjs';
import { electronEnv, setup } from './setup.mjs';

command(async () => {
  const args = process.argv.slice(2);
  if (needsVirtualDisplay) {
    say('There is no screen here: serving to browsers on this computer instead. Press Ctrl+C to end it.');
    // Who asks for devices on the network must pair them; everybody else is alone with this computer.
    const isAlone = !args.some((arg) => arg === '--host' || arg.startsWith('--host=') || arg === '--open');
    return serve(isAlone ? ['--open', ...args] : args);
  }
  const electron = await setup({ need: 'app' });
  say('Starting OPD Tokens; close its windows or press Ctrl+C to end it.');
  const env = toolEnv({ ...electronEnv(electron), ELECTRON_OVERRIDE_DIST_PATH: undefined });
  return show(electron.executable, [...electron.args, root, ...args], { env });
});
