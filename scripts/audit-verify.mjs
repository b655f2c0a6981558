/** `npm run audit:verify -- --data DIR`: whether what is on record is as it was written; `--help` says more. */
import { program } from './lib/program.mjs';
import { command } from './lib/say.mjs';

command(() => program('audit-verify'));
