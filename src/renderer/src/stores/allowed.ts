import type { CallName } from '../../../shared/contract';

/** What whoever is on may do; null: all, where nobody has to sign in. */
let allowed: readonly string[] | null = null;

/** Kept by the guard of this page, before anything behind it is drawn. */
export function rememberAllowed(calls: readonly string[] | null): void {
  allowed = calls;
}

/** Whether whoever is on may do this, for what is worked out beside components. */
export function mayNow(name: CallName): boolean {
  return allowed === null || allowed.includes(name);
}
