import type { BookEvent } from '../../shared/model/event';
import type { TokenId } from '../../shared/model/ids';
import type { Token } from '../../shared/model/token';
import type { Result } from '../../shared/result';
import { undo } from '../engine';
import type { History, Store } from '../store/store';
import { runTokenCommand } from './commands';
import type { Environment } from './environment';

/** R23: takes back the last command on a token. Errors: NOT_FOUND; CONFLICT with what to offer instead. */
export function undoLast(
  environment: Environment,
  request: { tokenId: TokenId },
  requestId: string | undefined,
): Promise<Result<Token>> {
  const command = (
    ...[book, { tokenId }, context, history]: Parameters<UndoCommand>
  ): ReturnType<UndoCommand> => {
    const revision = history.ofToken(tokenId).at(-1)?.revision ?? 0;
    return undo(book, { tokenId, events: history.ofRevision(book, revision) }, context);
  };
  return runTokenCommand(environment, 'tokens.undo', command, request, { requestId });
}

type UndoCommand = (
  book: Parameters<typeof undo>[0],
  request: { tokenId: TokenId },
  context: Parameters<typeof undo>[2],
  history: History,
) => ReturnType<typeof undo>;

/** All events of the last command that changed this token. */
export async function lastChangeOf(store: Store, tokenId: TokenId): Promise<readonly BookEvent[]> {
  const key = await store.bookOfToken(tokenId);
  const last = (await store.tokenHistory(tokenId)).at(-1);
  return key && last ? store.revisionEvents(key, last.revision) : [];
}
