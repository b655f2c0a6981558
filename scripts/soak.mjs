/** `npm run soak`: a week at 200 times the speed in the real app with four windows; what it measured is in out/soak. */
import { runPlaywright } from './lib/playwright.mjs';
import { command } from './lib/say.mjs';

command(() => runPlaywright(['--project=soak', '--workers=1', ...process.argv.slice(2)]));
