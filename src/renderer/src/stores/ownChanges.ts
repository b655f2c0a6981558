import { z } from 'zod';
import { type TokenId, tokenIdSchema } from '../../../shared/model/ids';

/**
 * The tokens one window changed, oldest first. Undo takes back what was done here, never what the kiosk or another
 * window did meanwhile; it survives a reload.
 */
export interface OwnChanges {
  remember(tokenId: TokenId): void;
  /** Changed last. */
  last(): TokenId | undefined;
  /** Taken back, or no longer to be had back: the one before is the last now. */
  forget(tokenId: TokenId): void;
}

const MOST_CHANGES = 50;
const changesSchema = z.array(tokenIdSchema);

/** @param of the screen, and the doctor where it has one */
export function ownChanges(of: string): OwnChanges {
  const key = `opd.changes.${of}`;

  function held(): TokenId[] {
    try {
      return changesSchema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? '[]')).data ?? [];
    } catch {
      return [];
    }
  }

  function save(changes: readonly TokenId[]): void {
    sessionStorage.setItem(key, JSON.stringify(changes.slice(-MOST_CHANGES)));
  }

  return {
    remember: (tokenId) => save([...held(), tokenId]),
    last: () => held().at(-1),
    forget(tokenId) {
      const changes = held();
      const at = changes.lastIndexOf(tokenId);
      if (at >= 0) save(changes.toSpliced(at, 1));
    },
  };
}
