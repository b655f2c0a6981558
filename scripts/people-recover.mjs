/** `npm run people:recover -- --data DIR [INITIALS]`: a new PIN for an administrator whom nobody can let in any more. */
import { program } from './lib/program.mjs';
import { command } from './lib/say.mjs';

command(() => program('recover'));
