import type { PreviewInput } from '../../../shared/contract/preview';
import type { Preview } from '../../../shared/model/preview';
import { type LookState, useLook } from './useLook';

/** What would happen, as far as it is known. */
export type PreviewState = LookState<Preview>;

/**
 * What a command on one book would do.
 * @param revision of the book: when it moves on, the question is asked again
 * @param delayMs 0 where nothing is typed
 */
export function usePreview(input: PreviewInput | null, revision: number, delayMs?: number): PreviewState {
  return useLook('commands.preview', input, revision, delayMs);
}
