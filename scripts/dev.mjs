/** `npm run dev`: the app with its sources watched; windows reload as you type. */
import { openDisplay } from './lib/display.mjs';
import { nodeBinary, packageBin, toolEnv } from './lib/paths.mjs';
import { show } from './lib/run.mjs';
import { command } from './lib/say.mjs';
import { electronEnv, setup } from './setup.mjs';

command(async () => {
  const electron = await setup({ need: 'app', build: false });
  const display = await openDisplay();
  try {
    // electron-vite looks at ELECTRON_EXEC_PATH only.
    const env = toolEnv({
      ...electronEnv(electron),
      ...display.env,
      ELECTRON_EXEC_PATH: electron.executable,
    });
    const sandbox = electron.args.includes('--no-sandbox') ? ['--noSandbox'] : [];
    return await show(
      nodeBinary,
      [packageBin('electron-vite'), 'dev', ...sandbox, ...process.argv.slice(2)],
      { env },
    );
  } finally {
    display.end();
  }
});
