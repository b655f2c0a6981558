import type { z } from 'zod';

/** Fields within fields: an answer has few of them one in another. */
const MOST_ROUNDS = 8;

/**
 * What an earlier version wrote, with the fields that it did not know: null where the schema allows that nothing is known, else a
 * list without anything. Whatever cannot be completed so stays as it is.
 */
export function completeIn(schema: z.ZodType, written: unknown): unknown {
  let value = written;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const read = schema.safeParse(value);
    if (read.success) return value;
    const missing = read.error.issues.filter(({ path }) => isMissing(value, path));
    if (missing.length === 0) return value;
    for (const { path } of missing) value = withField(value, path, fieldFor(schema, value, path));
  }
  return value;
}

type Path = readonly PropertyKey[];

function isMissing(value: unknown, path: Path): boolean {
  const parent = at(value, path.slice(0, -1));
  const name = path.at(-1);
  return name !== undefined && isFields(parent) && !Object.hasOwn(parent, name);
}

/** Null if the schema takes it there, else an empty list. */
function fieldFor(schema: z.ZodType, value: unknown, path: Path): unknown {
  const read = schema.safeParse(withField(value, path, null));
  const stillThere = read.error?.issues.some((issue) => issue.path.join('.') === path.join('.'));
  return stillThere ? [] : null;
}

const isFields = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inside, name) => (isFields(inside) ? inside[name] : undefined), value);

function withField(value: unknown, [name, ...rest]: Path, field: unknown): unknown {
  if (name === undefined) return field;
  if (Array.isArray(value))
    return value.map((one, index) => (index === name ? withField(one, rest, field) : one));
  return isFields(value) ? { ...value, [name]: withField(value[name], rest, field) } : value;
}
