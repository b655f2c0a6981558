import type { AppEvent, CallName } from '../../../src/shared/contract';
import type { Result } from '../../../src/shared/result';
import type { Telling } from '../../../src/shared/told';

/** One call under way: the test says when, and what, main answers. */
export interface Asked {
  readonly name: CallName;
  readonly input: unknown;
  answer(result: Result<unknown>): Promise<void>;
}

const listeners = new Set<(event: AppEvent) => void>();
let asked: Asked[] = [];

/** Main's end of the bridge that the preload script puts on `window`. Import it before the page's own modules. */
export const main = {
  /** What was asked since the last look: all of it, or of one name only. */
  asked(name?: CallName): readonly Asked[] {
    const isMeant = (one: Asked): boolean => name === undefined || one.name === name;
    const taken = asked.filter(isMeant);
    asked = asked.filter((one) => !isMeant(one));
    return taken;
  },
  say(event: AppEvent): void {
    for (const listener of listeners) listener(event);
  },
};

/** Books are told whole. */
const told: Telling = { number: 1, since: null };

const api = {
  ask: (name: CallName, input: unknown) =>
    new Promise<string>((resolve) => {
      const answer = async (result: Result<unknown>): Promise<void> => {
        resolve(JSON.stringify(name === 'books.view' ? { ...result, told } : result));
        await settled();
      };
      asked.push({ name, input, answer });
    }),
  subscribe: (listener: (event: AppEvent) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Everything that follows from an answer without time passing. */
export async function settled(): Promise<void> {
  for (let turns = 0; turns < 50; turns += 1) await Promise.resolve();
}

const page = { visibilityState: 'visible', addEventListener: () => undefined };
const kept = new Map<string, string>();
const sessionStorage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => kept.set(key, text),
  removeItem: (key: string) => kept.delete(key),
  clear: () => kept.clear(),
};
Object.assign(globalThis, { window: Object.assign(globalThis, { api, sessionStorage }), document: page });
