/** `npm run serve [-- --port 4180 …]`: engine, data and HTTP on plain Node, no windows; `--help` says more. */

import { command } from './lib/say.mjs';
import { serve } from './lib/serve.mjs';

command(() => serve(process.argv.slice(2)));
