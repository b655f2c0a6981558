/** `npm run reports:rebuild -- --data DIR`: what reports read, written anew from what happened; `--help` says more. */
import { program } from './lib/program.mjs';
import { command } from './lib/say.mjs';

command(() => program('reports-rebuild'));
