import { createHash } from 'node:crypto';
import type { CallName } from '../../../shared/contract';
import type { Transaction } from '../../store/store';
import type { Call } from '../call';

/** How a command is to be answered, or how sure somebody is; not what it does. */
const aside = new Set(['requestId', 'seen', 'confirmed', 'language']);

/** A file or a photo is told by its digest: it is not kept a second time. */
const LONG = 10_000;
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * R17: what makes two requests the same: the call and its content as it was sent. After midnight the day meant by
 * default is another, and the request the same. Undefined: it names no request.
 */
export function stampOf(
  { requestId, caller }: Pick<Call, 'requestId' | 'caller'>,
  name: CallName,
  input: object,
): Transaction['request'] {
  if (requestId === undefined) return undefined;
  const content = Object.fromEntries(Object.entries(input).filter(([field]) => !aside.has(field)));
  // What a booking site is answered is its own: the same request of another is another.
  const site = caller.role === 'booking' ? caller.device?.id : undefined;
  const said = JSON.stringify({ ...content, site });
  return { id: requestId, content: `${name} ${said.length > LONG ? digestOf(said) : said}` };
}
