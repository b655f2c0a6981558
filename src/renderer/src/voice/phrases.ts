import type { WordClip } from '../../../shared/voice';
import type { Destination } from './spell';

/** A clip, a place where something is spelled, the clinic's recording of a room, or a breath. */
export type Piece = WordClip | { readonly spelled: 'number' | 'room' } | 'recording' | 'breath';

/** `board`: a room with a name that there is no recording of. */
export type Ending = Destination['kind'] | 'board';

const begin: readonly Piece[] = ['token-number', { spelled: 'number' }, 'token-number-after', 'breath'];

/**
 * The order of words. One order serves all languages, because a piece that a language has no clip for is left out:
 * the Hindi verb stands behind the room (“कमरा नंबर 3 में जाइए”), in the `go-to-room-after` that only Hindi has.
 * A clinic that records such a piece in its language has it said.
 */
export const phrases: Readonly<Record<Ending, readonly Piece[]>> = {
  room: [...begin, 'go-to-room', { spelled: 'room' }, 'go-to-room-after'],
  named: [...begin, 'recording'],
  board: [...begin, 'go-to-board'],
  doctor: [...begin, 'go-to-doctor'],
};
