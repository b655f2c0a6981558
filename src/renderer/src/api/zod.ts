import { config } from 'zod';

/** zod compiles schemas with `new Function`; the pages' policy has no 'unsafe-eval'. */
config({ jitless: true });
