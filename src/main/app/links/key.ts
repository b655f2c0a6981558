import { randomBytes } from 'node:crypto';
import { linkSecretIn } from '../../../shared/codes/link';
import type { TokenId } from '../../../shared/model/ids';
import type { Store } from '../../store/store';
import { KEY_BYTES, tokenOfSecret } from './secret';

/** Comes along with a copy of the data, so that slips in patients' hands hold; nothing else reads or writes it. */
const META_KEY = 'phones.key';

/** One is made in one go, also where two ask at once. */
const making = new WeakMap<Store, Promise<Buffer>>();

/** The key of this clinic's links; undefined: none was ever made. */
export async function linkKey(store: Store): Promise<Buffer | undefined> {
  const kept = Buffer.from((await store.meta(META_KEY)) ?? '', 'base64');
  return kept.length === KEY_BYTES ? kept : undefined;
}

/** The same, made on first use. */
export function linkKeyForUse(store: Store): Promise<Buffer> {
  const known = making.get(store);
  if (known) return known;
  const made = (async () => {
    const kept = await linkKey(store);
    if (kept) return kept;
    const fresh = randomBytes(KEY_BYTES);
    await store.saveMeta(META_KEY, fresh.toString('base64'));
    return fresh;
  })();
  making.set(store, made);
  // What failed once, as on a full disk, may be done later.
  made.catch(() => making.delete(store));
  return made;
}

/** Whose slip this link is of; null: no token's of this clinic. */
export async function tokenOfLink(store: Store, secret: string): Promise<TokenId | null> {
  const key = await linkKey(store);
  const tokenId = key && tokenOfSecret(secret, key);
  return tokenId && (await store.bookOfToken(tokenId)) ? tokenId : null;
}

/** What is looked for: where it is the link of a slip, its token's id. */
export async function withoutLink(store: Store, query: string): Promise<string> {
  const secret = linkSecretIn(query.trim());
  return secret === null ? query : ((await tokenOfLink(store, secret)) ?? query);
}
