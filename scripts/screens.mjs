/**
 * `npm run screens`: pictures of every screen, into out/screens; with `-- --manual` only those of the manual, and its card as a PDF, into
 * docs/manual.
 */
import { runPlaywright } from './lib/playwright.mjs';
import { command, say } from './lib/say.mjs';

command(async () => {
  const wishes = process.argv.slice(2);
  const ofManual = wishes.includes('--manual');
  if (ofManual) process.env.OPD_MANUAL_PICTURES = 'yes';
  const others = wishes.filter((wish) => wish !== '--manual');
  const code = await runPlaywright(['--project=screens', ...(ofManual ? ['screens-manual'] : []), ...others]);
  if (code === 0) say(`Pictures are in ${ofManual ? 'docs/manual/' : 'out/screens/'}.`);
  return code;
});
