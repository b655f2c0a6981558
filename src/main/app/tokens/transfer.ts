import type { CheckedInput } from '../../../shared/contract';
import type { Seen } from '../../../shared/contract/call';
import type { ChangedToken } from '../../../shared/contract/tokens';
import type { BookKey } from '../../../shared/model/book';
import { tokenIdSchema } from '../../../shared/model/ids';
import { fail, ok, type Result } from '../../../shared/result';
import { type TransferRequest, transfer } from '../../engine';
import { checkReach } from '../day/reach';
import { contextNow, type Environment } from '../environment';
import { type CommandAnswer, changeOf, finish, stampOf, tokenOf, withDoors } from '../run/command';
import { checkSeen } from '../run/seen';

/**
 * R21: to another doctor on the same day: one transaction over both books. Answers the new token.
 * Errors: NOT_FOUND (a retired doctor too), CONFLICT, DUPLICATE_TOKEN.
 */
export async function transferToken(
  environment: Environment,
  { tokenId, doctorId, allowDuplicate, requestId, seen }: CheckedInput<'tokens.transfer'>,
): Promise<Result<ChangedToken>> {
  const from = await environment.store.bookOfToken(tokenId);
  if (!from) return fail('NOT_FOUND', 'There is no such token.', { tokenId });
  const doctor = await environment.store.doctor(doctorId);
  if (!doctor) return fail('NOT_FOUND', 'There is no such doctor.', { doctorId });
  if (!doctor.active)
    return fail('CONFLICT', `${doctor.name} no longer works here.`, { rule: 'R21', doctorId });
  const request = stampOf('tokens.transfer', { tokenId, doctorId, allowDuplicate }, requestId);
  const to = { doctorId, serviceDay: from.serviceDay };
  return carryOver(environment, [from, to], { tokenId, allowDuplicate }, request, seen);
}

/** R21: to another day of the same doctor. Answers the new token. Errors: NOT_FOUND, CONFLICT, DUPLICATE_TOKEN. */
export async function moveToDay(
  environment: Environment,
  { tokenId, serviceDay, slotId, allowDuplicate, requestId, seen }: CheckedInput<'tokens.moveToDay'>,
): Promise<Result<ChangedToken>> {
  const from = await environment.store.bookOfToken(tokenId);
  if (!from) return fail('NOT_FOUND', 'There is no such token.', { tokenId });
  const { today } = await contextNow(environment);
  const reach = checkReach(serviceDay, today);
  if (!reach.ok) return reach;
  const content = { tokenId, serviceDay, slotId, allowDuplicate };
  const request = stampOf('tokens.moveToDay', content, requestId);
  const to = { doctorId: from.doctorId, serviceDay };
  return carryOver(environment, [from, to], { tokenId, slotId, allowDuplicate }, request, seen);
}

async function carryOver(
  environment: Environment,
  books: readonly [BookKey, BookKey],
  wish: Omit<TransferRequest, 'newTokenId'>,
  request: ReturnType<typeof stampOf>,
  seen: Seen | undefined,
): Promise<Result<ChangedToken>> {
  const { store, newId } = environment;
  const context = await contextNow(environment);
  const settings = await store.settings();
  const { language = settings.clinic.language, station = 'desk' } =
    (await store.printJobOfToken(wish.tokenId)) ?? {};
  const commit = await store.transact<CommandAnswer>(
    { books, today: context.today, now: context.now, request },
    ([here, there], history) => {
      if (!here || !there) return fail('NOT_FOUND', 'There is no such doctor.');
      const stands = checkSeen(seen, wish.tokenId, here);
      if (!stands.ok) return stands;
      const newTokenId = tokenIdSchema.parse(newId());
      const full = withDoors(context, history, here.serviceDay);
      const moved = transfer(here, there, { ...wish, newTokenId }, full);
      if (!moved.ok) return moved;
      const { from: left, to: joined } = moved.value;
      // Who stands here with a paper in hand gets the new one, also for another day.
      const isHere = here.tokens.some(({ id, checkedInAt }) => id === wish.tokenId && checkedInAt !== null);
      const slip = isHere ? { language, station } : undefined;
      const printing = { settings, history, now: context.now, slip };
      return ok(changeOf(environment, [left, joined], joined, printing));
    },
  );
  return tokenOf(await finish(environment, commit, context));
}
