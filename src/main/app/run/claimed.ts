import type { Precedence, Token } from '../../../shared/model/token';
import type { Reading } from '../../store/store';

/**
 * R26: what the patient said of the need before the register knew one, which counts again once it knows none any more. It stands in
 * what happened with the token. Null: nothing.
 */
export function claimedBefore(
  { id, precedenceFrom }: Pick<Token, 'id' | 'precedenceFrom'>,
  { tokenHistory }: Pick<Reading, 'tokenHistory'>,
): Precedence | null {
  if (precedenceFrom !== 'register') return null;
  const said = tokenHistory(id).findLast(({ event }) => event.after.precedenceFrom === 'patient');
  return said?.event.after.precedence ?? null;
}
