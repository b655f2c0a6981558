import type { CheckedInput } from '../../../shared/contract';
import type { Seen } from '../../../shared/contract/call';
import type { ChangedToken } from '../../../shared/contract/tokens';
import type { Book, BookKey } from '../../../shared/model/book';
import { type TokenId, tokenIdSchema } from '../../../shared/model/ids';
import { ok, type Result } from '../../../shared/result';
import { needAfter, type TransferRequest, transfer } from '../../engine';
import type { Call } from '../call';
import { refuseRetired } from '../doctors/retired';
import { followUpMark } from '../patients/follow-up';
import { keptNeed } from '../patients/need';
import { registrar } from '../patients/registrar';
import { lastWish } from '../run/change';
import { claimedBefore } from '../run/claimed';
import { type Deciding, noDoctor, noToken, type Plan } from '../run/plan';
import { checkSeen } from '../run/seen';
import { checkReach } from '../time/reach';

/**
 * R21: to another doctor on the same day: one transaction over both books. Answers the new token.
 * Errors: NOT_FOUND, CONFLICT (a retired doctor too), DUPLICATE_TOKEN.
 */
export async function transferToken(
  call: Call,
  { tokenId, doctorId, allowDuplicate, seen }: CheckedInput<'tokens.transfer'>,
): Promise<Result<Plan<ChangedToken>>> {
  const from = await call.environment.store.bookOfToken(tokenId);
  if (!from) return noToken(tokenId);
  const to = { doctorId, serviceDay: from.serviceDay };
  return ok(carryOver(call, [from, to], { tokenId, allowDuplicate }, seen));
}

/** R21: to another day of the same doctor. Answers the new token. Errors: NOT_FOUND, CONFLICT, DUPLICATE_TOKEN. */
export async function moveToDay(
  call: Call,
  { tokenId, serviceDay, slotId, allowDuplicate, seen }: CheckedInput<'tokens.moveToDay'>,
): Promise<Result<Plan<ChangedToken>>> {
  const from = await call.environment.store.bookOfToken(tokenId);
  if (!from) return noToken(tokenId);
  const reach = checkReach(serviceDay, call.today);
  if (!reach.ok) return reach;
  const to = { doctorId: from.doctorId, serviceDay };
  return ok(carryOver(call, [from, to], { tokenId, slotId, allowDuplicate }, seen));
}

function carryOver(
  call: Call,
  books: readonly [BookKey, BookKey],
  wish: Omit<TransferRequest, 'newTokenId'>,
  seen: Seen | undefined,
): Plan<ChangedToken> {
  const { tokenId } = wish;
  const newTokenId = tokenIdSchema.parse(call.environment.newId());
  return {
    books,
    decide: ([here, there], { contextOn, reading }) => {
      if (!here || !there) return noDoctor(books[1].doctorId);
      const refused = refuseRetired(reading.doctor(there.doctorId));
      if (refused) return refused;
      const stands = checkSeen(seen, tokenId, here);
      if (!stands.ok) return stands;
      const known = knownThere(call, { reading, contextOn }, here, there, tokenId);
      const moved = transfer(here, there, { ...wish, newTokenId, ...known }, contextOn(here.serviceDay));
      if (!moved.ok) return moved;
      const { from, to } = moved.value;
      if (!to.token) throw new Error('A transfer makes a token.');
      // Who stands here with a paper in hand gets the new one, also for another day.
      const isHere = here.tokens.some(({ id, checkedInAt }) => id === tokenId && checkedInAt !== null);
      const { language } = reading.settings.clinic;
      const wished = lastWish(reading, tokenId) ?? { language, station: 'desk' as const };
      return ok({
        decisions: [from, to],
        about: to,
        slip: isHere ? wished : undefined,
        answer: { ...to.token, warnings: [...to.warnings] },
      });
    },
  };
}

/**
 * Sent to another doctor it is what it was, for that was the clinic's doing; with the same doctor, what it is on that day, and with
 * the need that the patient has by then (R26).
 */
function knownThere(
  { now }: Call,
  { reading, contextOn }: Deciding,
  here: Book,
  there: Book,
  tokenId: TokenId,
): Pick<TransferRequest, 'followUp' | 'need'> {
  const token = here.tokens.find(({ id }) => id === tokenId);
  if (!token || here.doctorId !== there.doctorId) return {};
  const { serviceDay } = there;
  const row = token.patientId === null ? undefined : registrar(reading, now).standing(token.patientId);
  const whose = { ...token, patientId: row?.id ?? null, serviceDay };
  const kept = keptNeed(row ?? null, serviceDay, contextOn(serviceDay));
  return {
    followUp: followUpMark(reading, whose, []),
    need: needAfter(token, kept?.precedence ?? null, claimedBefore(token, reading)),
  };
}
