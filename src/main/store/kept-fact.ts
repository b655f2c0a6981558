import type { z } from 'zod';

/** A fact that is kept as JSON. Undefined: there is none, or none that makes sense, as in damaged data: both keep nobody from working. */
export async function keptFact<T>(
  store: { meta(key: string): Promise<string | undefined> },
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
