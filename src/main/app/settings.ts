import type { Settings, SettingsChange } from '../../shared/model/settings';
import { ok, type Result } from '../../shared/result';
import { stampOf } from './commands';
import { contextNow, type Environment } from './environment';
import { afterwards } from './failures';

/** Changes what is given and leaves the rest; every window fetches anew. Errors: CONFLICT (R17), UNAVAILABLE. */
export async function changeSettings(
  environment: Environment,
  { requestId, ...change }: SettingsChange & { readonly requestId?: string | undefined },
): Promise<Result<Settings>> {
  const { store, publish } = environment;
  const { now, today } = await contextNow(environment);
  const changed = merged(await store.settings(), change);
  const request = stampOf('settings.change', change, requestId);
  const commit = await store.transact<Settings>({ books: [], today, now, request }, () =>
    ok({ books: [], settings: changed, answer: changed }),
  );
  if (!commit.ok) return commit;
  if (!commit.value.repeated) {
    await afterwards(environment, 'telling', () => publish({ type: 'everythingChanged' }));
  }
  return ok(commit.value.answer);
}

/** Groups are merged, all else is replaced. */
function merged<T extends object>(before: T, change: object): T {
  const entries = Object.entries(change).flatMap(([name, given]): [string, unknown][] => {
    if (given === undefined) return [];
    const known: unknown = Reflect.get(before, name);
    return [[name, isGroup(given) && isGroup(known) ? merged(known, given) : given]];
  });
  return { ...before, ...Object.fromEntries(entries) };
}

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
