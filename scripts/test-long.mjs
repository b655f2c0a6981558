/** `npm run test:long`: the long forms of end-to-end tests, which `npm test` has in short ones, and what it leaves out. */
import { runPlaywright } from './lib/playwright.mjs';
import { command } from './lib/say.mjs';

command(() => {
  process.env.ALL_LOOKS ??= '1';
  return runPlaywright(['--project=app', '--grep', '@long', ...process.argv.slice(2)]);
});
