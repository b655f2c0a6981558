/** `npm run restore -- --data DIR`: brings a clinic's data back from a copy; `--help` says more. */
import { program } from './lib/program.mjs';
import { command } from './lib/say.mjs';

command(() => program('restore'));
