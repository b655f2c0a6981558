import { codeOf } from './error-code';

/**
 * What Windows says of a file that another program has open for a moment: a virus scanner looks at what was just written.
 * Elsewhere these errors mean what they say, and will again.
 */
const held = /^(EPERM|EACCES|EBUSY)$/;

export interface Pauses<P> {
  readonly platform: string;
  /** One after each attempt that met a held file; the attempt after the last one decides. */
  readonly pausesMs: readonly number[];
  readonly pause: (milliseconds: number) => P;
}

/** The pause before another attempt; undefined: there is none. */
function pauseAfter(
  error: unknown,
  attempt: number,
  { platform, pausesMs }: Pauses<unknown>,
): number | undefined {
  return platform === 'win32' && held.test(codeOf(error)) ? pausesMs[attempt] : undefined;
}

/** Renames or deletes, and tries again for as long as the file is held. Throws what the last attempt did. */
export function createWhenHeld(pauses: Pauses<void>): <A>(act: () => A) => A {
  return (act) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return act();
      } catch (error) {
        const milliseconds = pauseAfter(error, attempt, pauses);
        if (milliseconds === undefined) throw error;
        pauses.pause(milliseconds);
      }
    }
  };
}

/** The same of what does not block. */
export function createAwaitHeld(pauses: Pauses<Promise<unknown>>): <A>(act: () => Promise<A>) => Promise<A> {
  return async (act) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await act();
      } catch (error) {
        const milliseconds = pauseAfter(error, attempt, pauses);
        if (milliseconds === undefined) throw error;
        await pauses.pause(milliseconds);
      }
    }
  };
}
