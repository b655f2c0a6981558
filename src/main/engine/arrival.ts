import type { Instant } from '../../shared/model/time';
import { isListed, type Token } from '../../shared/model/token';

/** Since when a token stands in a line: the queue by its check-in, the list by its place there. 0: in neither. */
export function arrivedAt(token: Token): Instant {
  return Math.max(token.checkedInAt ?? 0, isListed(token) ? token.listedAt : 0);
}

/**
 * R18, R35: by what the lines of a book are ranked: now, but never before the last arrival. A clock that was set back
 * takes nobody's turn away: until it has caught up, everybody stands as when the last one came.
 */
export function rankTime(tokens: Iterable<Token>, now: Instant): Instant {
  let latest = now;
  for (const token of tokens) latest = Math.max(latest, arrivedAt(token));
  return latest;
}
