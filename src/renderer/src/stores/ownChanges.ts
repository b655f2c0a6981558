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
  /** What was saved on this token's patient's page is no change of a token, and changed back there. */
  rememberPage(tokenId: TokenId): void;
  /** On whose page something was saved since a token was changed. */
  lastPage(): TokenId | undefined;
  /** Taken back, or no longer to be had back: the one before is the last now. */
  forget(tokenId: TokenId): void;
}

const MOST_CHANGES = 50;
const changesSchema = z.array(tokenIdSchema);
const pageSchema = tokenIdSchema.nullable().catch(null);

/** @param of the screen, and the doctor where it has one */
export function ownChanges(of: string): OwnChanges {
  const key = `opd.changes.${of}`;
  const pageKey = `opd.page.${of}`;

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
    remember(tokenId) {
      save([...held(), tokenId]);
      sessionStorage.removeItem(pageKey);
    },
    last: () => held().at(-1),
    rememberPage: (tokenId) => sessionStorage.setItem(pageKey, tokenId),
    lastPage: () => pageSchema.parse(sessionStorage.getItem(pageKey)) ?? undefined,
    forget(tokenId) {
      const changes = held();
      const at = changes.lastIndexOf(tokenId);
      if (at >= 0) save(changes.toSpliced(at, 1));
    },
  };
}
