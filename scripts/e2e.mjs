/** `npm run test:e2e [-- playwright's arguments]`: the end-to-end tests on the real app. */
import { runPlaywright } from './lib/playwright.mjs';
import { command } from './lib/say.mjs';

command(() => runPlaywright(['--project=app', ...process.argv.slice(2)]));
