import type { CheckedInput } from '../../../shared/contract';
import { currencyOf } from '../../../shared/model/fees';
import { drawerCountIdSchema } from '../../../shared/model/ids';
import { plainAmount } from '../../../shared/model/money';
import type { DrawerCount } from '../../../shared/model/payment';
import { refused } from '../../../shared/refusals';
import { ok, type Result } from '../../../shared/result';
import { actorOf, type Call } from '../call';
import { nobody, type Plan } from '../run/plan';
import { checkReach } from '../time/reach';
import { expectedIn, isOf } from './day';

/**
 * A float that was put in, or what was found in a drawer. Errors: CONFLICT it is not what was expected, and nobody said why; no fees
 * are used; NOT_FOUND no such person; INVALID_INPUT a day to come.
 */
export async function countDrawer(
  call: Call,
  input: CheckedInput<'payments.count'>,
): Promise<Result<Plan<DrawerCount>>> {
  const { environment, caller, now, today } = call;
  const { kind, personId = null, serviceDay = today, amount, reasonText } = input;
  const reach = checkReach(serviceDay, today);
  if (!reach.ok) return reach;
  if (serviceDay > today) return refused('INVALID_INPUT', 'count_ahead', { field: 'serviceDay' });
  return ok({
    books: [],
    everyPerson: true,
    paymentDay: serviceDay,
    decide: (_books, { reading }) => {
      const { settings } = reading;
      if (!settings.fees.on) return refused('CONFLICT', 'fees_off');
      if (personId !== null && !reading.people().persons.some(({ id }) => id === personId))
        return refused('NOT_FOUND', 'count_person', { personId });
      const payments = reading.paymentsOn(serviceDay, serviceDay);
      const own = personId === null ? payments : payments.filter(isOf(personId));
      const should = expectedIn(own, reading.drawerCounts(serviceDay), personId);
      const expected = kind === 'count' ? should.expected : should.float;
      const currency = payments[0]?.currency ?? currencyOf(settings);
      if (kind === 'count' && amount !== expected && reasonText === '') {
        const figures = { expected: plainAmount(expected, currency), counted: plainAmount(amount, currency) };
        return refused('CONFLICT', 'count_reason', figures);
      }
      const id = drawerCountIdSchema.parse(environment.newId());
      const said = { kind, serviceDay, personId, amount, reasonText };
      const count = { ...said, id, at: now, currency, expected, by: actorOf(caller) };
      return ok({ decisions: [], about: nobody, also: { drawerCounts: [count] }, answer: count });
    },
  });
}
