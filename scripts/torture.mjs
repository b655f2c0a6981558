/** `npm run torture [-- kill power disk app]`: the long forms of the proofs that nothing acknowledged is lost. */
import { nodeBinary, packageBin, toolEnv } from './lib/paths.mjs';
import { runPlaywright } from './lib/playwright.mjs';
import { show } from './lib/run.mjs';
import { command, Failure } from './lib/say.mjs';
import { requireTracePackages } from './lib/system-packages.mjs';
import { setup } from './setup.mjs';

/** Each with its long form; a number that is given by hand stays. */
const parts = {
  kill: () => unit('kill', { TORTURE_KILLS: '1000' }),
  power: () => unit('power', { TORTURE_CUTS: '500' }),
  disk: () => unit('full-disk', {}),
  app: () => {
    process.env.KILL_RUNS ??= '100';
    return runPlaywright(['--project=app', 'killed-printing']);
  },
};

command(async () => {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => !Object.hasOwn(parts, arg));
  if (unknown.length > 0) {
    throw new Failure(`npm run torture knows ${Object.keys(parts).join(', ')}, not ${unknown.join(' ')}.`);
  }
  await setup({ need: 'unit' });
  await requireTracePackages();
  let code = 0;
  for (const [name, run] of Object.entries(parts)) {
    if (args.length === 0 || args.includes(name)) code = (await run()) || code;
  }
  return code;
});

/**
 * @param {string} name of the file in test/torture
 * @param {Record<string, string>} long
 */
function unit(name, long) {
  const env = toolEnv({ ...long, ...process.env });
  return show(nodeBinary, [packageBin('vitest'), 'run', `test/torture/${name}.test.ts`], { env });
}
