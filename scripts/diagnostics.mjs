/** `npm run diagnostics -- --data DIR`: why the app does not work, as one text without anybody in it; `--help` says more. */
import { program } from './lib/program.mjs';
import { command } from './lib/say.mjs';

command(() => program('diagnose'));
