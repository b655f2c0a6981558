import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type UpdateFeed, type UpdateFile, updateFeedSchema } from '../../shared/model/updates';
import { UpdateFailure } from './failure';

/** What lies in the folder, or on the server, and its signature beside it. `npm run release:sign` writes both. */
export const FEED = 'opd-tokens-update.json';
export const SIGNATURE = `${FEED}.sig`;
/** More of either is not read. */
export const MOST_OF_FEED = 64 * 1024;

/** Signed together with what is signed: the key's word on a feed is one on nothing else. */
const PURPOSE = 'opd-tokens update\n';

/** The public key that a build bears, as PEM; null: it bears none, or not one of these. */
export function keyOf(pem: string | null): KeyObject | null {
  if (pem === null) return null;
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/** Nothing of it is looked at before its signature is right. Throws UpdateFailure. */
export function readFeed(feed: Buffer, signature: Buffer, key: KeyObject): UpdateFeed {
  const given = Buffer.from(signature.toString('latin1').trim(), 'base64');
  if (given.length !== 64 || !verify(null, Buffer.concat([Buffer.from(PURPOSE), feed]), key, given))
    throw new UpdateFailure('not_signed');
  try {
    return updateFeedSchema.parse(JSON.parse(feed.toString('utf8')));
  } catch (error) {
    throw new UpdateFailure('unreadable', error);
  }
}

/** The system that runs, and how the app came onto it. */
export type Here = Pick<UpdateFile, 'platform' | 'arch' | 'kind'>;

/** Throws UpdateFailure: there is none. */
export function fileFor({ files }: UpdateFeed, { platform, arch, kind }: Here): UpdateFile {
  const file = files.find((one) => one.platform === platform && one.arch === arch && one.kind === kind);
  if (!file) throw new UpdateFailure('not_for_here');
  return file;
}
