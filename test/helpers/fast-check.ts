import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of all random cases; null: other ones in each run. */
    fastCheckSeed: number | null;
  }
}

const seed = inject('fastCheckSeed');
if (seed !== null) fc.configureGlobal({ seed });

export { default as fc } from 'fast-check';
