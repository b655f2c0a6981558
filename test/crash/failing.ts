import { appendFileSync } from 'node:fs';
import { survive } from '../../src/main/crash/crash';

/** For the test beside it: an app in whose main something fails, in its own process; what it does then is written down. */
const [, , folder = '', proof = '', how = ''] = process.argv;
const note = (line: unknown): void => appendFileSync(proof, `${JSON.stringify(line)}\n`);
const say = (message: string, error: unknown): void =>
  note([message, error instanceof Error ? error.message : error]);

const crash = survive({
  folder,
  log: { info: () => undefined, warn: () => undefined, error: say },
  isGuarded: !process.argv.includes('--unguarded'),
  isAfterCrash: process.argv.includes('--after-crash'),
  app: {
    relaunch: ({ args }) => note(['begins again', args.slice(3)]),
    exit: (code) => process.exit(code),
  },
});
try {
  crash.begin();
  if (how === 'rejects') {
    void Promise.reject(new Error('nobody waits'));
    setImmediate(() => {
      note(['goes on']);
      crash.end();
    });
  } else {
    setImmediate(() => {
      throw new Error('a defect');
    });
  }
} catch (error) {
  say('gives up', error);
}
