import { boardViewSchema } from '../model/board';
import { nothing, query } from './call';

/** What the waiting room sees. */
export const boardCalls = {
  'board.view': query(nothing, boardViewSchema, ['staff', 'board']),
} as const;
