import type { Book } from '../../shared/model/book';
import type { TokenId } from '../../shared/model/ids';
import { ruleSettingsSchema } from '../../shared/model/settings';
import { instantSchema, serviceDaySchema } from '../../shared/model/time';
import { fail, ok, type Result } from '../../shared/result';
import type { Context } from './context';

/** What the engine needs of a schema; it knows the shared ones, not the library behind them. */
export interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { message: string; path: PropertyKey[] }[] } };
}

/** The value as the schema has it, or INVALID_INPUT naming the field. The engine trusts nobody's checks but its own. */
export function checked<T>(schema: Schema<T>, value: unknown, field: string): Result<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const path = [field, ...(issue?.path ?? [])].join('.');
  return fail('INVALID_INPUT', `${path}: ${issue?.message ?? 'not valid'}`, { field: path });
}

/** Settings that were found possible. They are never changed, only replaced. */
const possible = new WeakSet<Context['rules']>();

function checkRules(rules: Context['rules']): Result<unknown> {
  if (possible.has(rules)) return ok(rules);
  const result = checked(ruleSettingsSchema, rules, 'rules');
  if (result.ok) possible.add(rules);
  return result;
}

/** A clock that is no instant, or impossible settings: INVALID_INPUT before any rule is applied. */
export function checkContext({ now, today, rules, watchedSince = 0 }: Context): Result<null> {
  for (const result of [
    checked(instantSchema, now, 'now'),
    checked(serviceDaySchema, today, 'today'),
    checkRules(rules),
    checked(instantSchema, watchedSince, 'watchedSince'),
  ]) {
    if (!result.ok) return result;
  }
  return ok(null);
}

/** A new token or slot must not take the place of an old one. */
export function checkNewId(ids: { has(id: TokenId): boolean }, id: TokenId): Result<null> {
  return ids.has(id) ? fail('CONFLICT', 'There is a token with that id already.', { tokenId: id }) : ok(null);
}

/** Nothing is given out and nobody is called on a day other than the book's own. */
export function isToday(book: Pick<Book, 'serviceDay'>, context: Context): boolean {
  return book.serviceDay === context.today;
}
