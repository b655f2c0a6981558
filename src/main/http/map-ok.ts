import { ok, type Result } from '../../shared/result';

/** The same result with its value, if it has one, turned into another. */
export function mapOk<T, U>(result: Result<T>, map: (value: T) => U): Result<U> {
  return result.ok ? ok(map(result.value)) : result;
}
