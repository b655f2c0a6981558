import type { CheckedInput } from '../../../shared/contract';
import type { ChangedToken } from '../../../shared/contract/tokens';
import { tokenIdSchema } from '../../../shared/model/ids';
import { ok, type Result } from '../../../shared/result';
import { paperEntry } from '../../engine';
import type { Call } from '../call';
import { refuseRetired } from '../doctors/retired';
import { bookOf, changed, noDoctor, type Plan } from '../run/plan';

/** R25: a paper blank of an outage, entered afterwards. Errors: NOT_FOUND, INVALID_INPUT, CONFLICT, DUPLICATE_TOKEN. */
export async function enterPaper(
  call: Call,
  input: CheckedInput<'tokens.paper'>,
): Promise<Result<Plan<ChangedToken>>> {
  const { doctorId, serviceDay: _day, requestId: _id, ...blank } = input;
  const id = tokenIdSchema.parse(call.environment.newId());
  return ok({
    books: [bookOf(call, input)],
    decide: ([book], { contextOn, reading }) => {
      if (!book) return noDoctor(doctorId);
      return (
        refuseRetired(reading.doctor(doctorId)) ??
        changed(paperEntry(book, { ...blank, id }, contextOn(book.serviceDay)))
      );
    },
  });
}
