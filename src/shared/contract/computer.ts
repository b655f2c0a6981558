import { computerChangeSchema, computerSchema } from '../model/computer';
import { command, nothing, query } from './call';

/** The computer in front of which somebody sits. */
export const computerCalls = {
  /** Null: whoever asks sits somewhere else, or there are no windows here. */
  'computer.read': query(nothing, computerSchema.nullable(), ['staff']),
  /** Only what is given changes. */
  'computer.change': command(computerChangeSchema, computerSchema, ['staff']),
} as const;
