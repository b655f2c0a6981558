import type { CheckedInput } from '../../shared/contract';
import { tokenIdSchema } from '../../shared/model/ids';
import type { Token } from '../../shared/model/token';
import { fail, ok, type Result } from '../../shared/result';
import { transfer } from '../engine';
import { type CommandAnswer, changeOf, finish, stampOf, tokenOf } from './commands';
import { contextNow, type Environment } from './environment';

/** R21: one transaction over both books. Answers the new token. Errors: NOT_FOUND, CONFLICT, DUPLICATE_TOKEN. */
export async function transferToken(
  environment: Environment,
  { tokenId, doctorId, allowDuplicate, requestId }: CheckedInput<'tokens.transfer'>,
): Promise<Result<Token>> {
  const { store, newId } = environment;
  const from = await store.bookOfToken(tokenId);
  if (!from) return fail('NOT_FOUND', 'There is no such token.', { tokenId });
  const context = await contextNow(environment);
  const settings = await store.settings();
  const { language = settings.clinic.language, station = 'desk' } =
    (await store.printJobOfToken(tokenId)) ?? {};
  const request = stampOf('tokens.transfer', { tokenId, doctorId, allowDuplicate }, requestId);
  const books = [from, { doctorId, serviceDay: from.serviceDay }];
  const commit = await store.transact<CommandAnswer>(
    { books, today: context.today, now: context.now, request },
    ([here, there], history) => {
      if (!here || !there) return fail('NOT_FOUND', 'There is no such doctor.');
      const newTokenId = tokenIdSchema.parse(newId());
      const moved = transfer(here, there, { tokenId, newTokenId, allowDuplicate }, context);
      if (!moved.ok) return moved;
      const { from: left, to: joined } = moved.value;
      const slip = joined.token?.checkedInAt == null ? undefined : { language, station };
      const printing = { settings, history, now: context.now, slip };
      return ok(changeOf(environment, [left, joined], joined, printing));
    },
  );
  return tokenOf(await finish(environment, commit, context));
}
