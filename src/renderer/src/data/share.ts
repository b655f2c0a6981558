/**
 * An answer in which everything that is as it was before is the same object as before, so that only what changed is
 * rendered again. What stands in its lists is known by its id, wherever it stands now: whoever is called moves everybody
 * behind one place up.
 */
export function share<T extends object>(held: T, incoming: T): T {
  const before = held as Record<string, unknown>;
  const parts = Object.entries(incoming).map(([key, value]): [string, unknown] => [
    key,
    Array.isArray(value) ? shareList(before[key], value) : same(before[key], value),
  ]);
  const isAsBefore =
    parts.length === Object.keys(before).length && parts.every(([key, part]) => part === before[key]);
  return isAsBefore ? held : (Object.fromEntries(parts) as T);
}

function shareList(held: unknown, incoming: readonly unknown[]): readonly unknown[] {
  if (!Array.isArray(held)) return incoming;
  const before = new Map(held.map((one) => [idOf(one), one]));
  const list = incoming.map((one) => same(before.get(idOf(one)), one));
  return list.length === held.length && list.every((one, at) => one === held[at]) ? held : list;
}

function idOf(one: unknown): unknown {
  if (typeof one !== 'object' || one === null) return one;
  const { tokenId, id = tokenId } = one as { readonly id?: unknown; readonly tokenId?: unknown };
  return id;
}

function same(held: unknown, incoming: unknown): unknown {
  return isEqual(held, incoming) ? held : incoming;
}

/** Of plain data; makes nothing, since it is asked of each field of each token. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [before, after] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(after);
  if (Array.isArray(a) !== Array.isArray(b) || Object.keys(before).length !== keys.length) return false;
  for (const key of keys) if (!isEqual(before[key], after[key])) return false;
  return true;
}
