import type { Book } from '../../shared/model/book';
import type { Token, TokenStatus } from '../../shared/model/token';
import { fail, type Result } from '../../shared/result';

const finalWords: Readonly<Record<TokenStatus, string>> = {
  active: 'is still in the queue',
  waiting: 'is on the waiting list',
  displaced: 'is on the waiting list',
  served: 'has been served already',
  cancelled: 'is cancelled already',
  no_show: 'is marked as a no-show',
};

/** The token's status does not allow the command: final, or not active. */
export function refuseFinal(token: Token, rule: string): Result<never> {
  return refuse(token, rule, finalWords[token.status]);
}

export function refuseInConsultation(token: Token, rule: string): Result<never> {
  return refuse(token, rule, 'is with the doctor now');
}

/** R14, R18: patients are seen on their own day only. */
export function refuseOtherDay({ serviceDay }: Pick<Book, 'serviceDay'>, rule: string): Result<never> {
  return fail('CONFLICT', 'Patients are seen on their own day only.', { rule, serviceDay });
}

/** CONFLICT: `A-017 <words>.`, with the token and its state for programs. */
export function refuse(token: Token, rule: string, words: string): Result<never> {
  return fail('CONFLICT', `${token.number} ${words}.`, {
    rule,
    tokenId: token.id,
    number: token.number,
    status: token.status,
    stage: token.status === 'active' ? token.stage : null,
  });
}
