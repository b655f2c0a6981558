import type { Precedence, Token } from '../../shared/model/token';

/** R26: a need, and who said so. */
export type GivenNeed = Pick<Token, 'precedence' | 'precedenceFrom'>;

const nothingSaid: GivenNeed = { precedence: null, precedenceFrom: null };

/**
 * R26: the need of a new token. What staff say stands, also that there is none; else what the register knows goes before what
 * the patient says.
 * @param asked null: none, said expressly; undefined: nothing was said
 * @param kept what the register knows; null: none
 */
export function needAtIssue(
  asked: Precedence | null | undefined,
  by: 'staff' | 'patient',
  kept: Precedence | null,
): GivenNeed {
  if (asked !== undefined && by === 'staff') return { precedence: asked, precedenceFrom: 'staff' };
  if (kept !== null) return { precedence: kept, precedenceFrom: 'register' };
  return asked ? { precedence: asked, precedenceFrom: 'patient' } : nothingSaid;
}

/**
 * R26: the need of a token of whose patient the register knows this from now on.
 * @param claimed what the patient said before the register knew anything; null: nothing
 */
export function needAfter(
  { precedence, precedenceFrom }: GivenNeed,
  kept: Precedence | null,
  claimed: Precedence | null = null,
): GivenNeed {
  const isStaffs = precedenceFrom === 'staff' || (precedence !== null && precedenceFrom === null);
  if (isStaffs) return { precedence, precedenceFrom };
  if (kept !== null) return { precedence: kept, precedenceFrom: 'register' };
  if (precedenceFrom === 'patient') return { precedence, precedenceFrom };
  return claimed ? { precedence: claimed, precedenceFrom: 'patient' } : nothingSaid;
}
