import type { z } from 'zod';
import type { Store } from './store';

/** A fact that is kept as JSON. Undefined: there is none, or none that makes sense, as in damaged data: both keep nobody from working. */
export async function keptFact<T>(
  store: Pick<Store, 'meta'>,
  key: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const text = await store.meta(key);
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
