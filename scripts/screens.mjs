/** `npm run screens`: pictures of every screen, into out/screens. */
import { runPlaywright } from './lib/playwright.mjs';
import { command, say } from './lib/say.mjs';

command(async () => {
  const code = await runPlaywright(['--project=screens', ...process.argv.slice(2)]);
  if (code === 0) say('Pictures are in out/screens/.');
  return code;
});
