import { z } from 'zod';
import { previewSchema } from '../model/preview';
import { query } from './call';
import { dayCalls } from './day';
import { tokenCalls } from './tokens';

/** A command by its own name, with its own input. */
export function look<N extends string, S extends z.core.$ZodLooseShape>(
  command: N,
  input: z.ZodObject<S, z.core.$strict>,
) {
  return input.extend({ command: z.literal(command) });
}

const { input: issue } = tokenCalls['tokens.issue'];
const { input: takeBackUpgrade } = tokenCalls['tokens.takeBackUpgrade'];

/** The commands to look at before they are done; what a person writes last may still be missing. */
export const previewInputSchema = z.discriminatedUnion('command', [
  look('tokens.issue', issue.partial({ patientName: true, patientContact: true })),
  look('tokens.cancel', tokenCalls['tokens.cancel'].input),
  look('tokens.noShow', tokenCalls['tokens.noShow'].input),
  look('tokens.upgrade', tokenCalls['tokens.upgrade'].input),
  look('tokens.takeBackUpgrade', takeBackUpgrade.partial({ note: true })),
  look('tokens.correct', tokenCalls['tokens.correct'].input),
  look('tokens.undo', tokenCalls['tokens.undo'].input),
  look('tokens.move', tokenCalls['tokens.move'].input),
  look('tokens.moveToDay', tokenCalls['tokens.moveToDay'].input),
  look('tokens.transfer', tokenCalls['tokens.transfer'].input),
  look('books.reopen', dayCalls['books.reopen'].input),
  look('slots.close', dayCalls['slots.close'].input),
  look('slots.change', dayCalls['slots.change'].input),
  look('doctors.setDelay', dayCalls['doctors.setDelay'].input),
  look('doctors.takeBreak', dayCalls['doctors.takeBreak'].input),
  look('doctors.leaveEarly', dayCalls['doctors.leaveEarly'].input),
]);
export type PreviewInput = z.input<typeof previewInputSchema>;

export const previewCalls = {
  /** What a command would do; it is not done. Refused as the command would be. */
  'commands.preview': query(previewInputSchema, previewSchema, ['staff', 'doctor']),
} as const;
