import { z } from 'zod';
import { copyProblemSchema } from '../model/copy';
import { findingSchema } from '../model/finding';
import { wayBackSchema } from '../model/way-back';
import { done, nothing } from './call';

/** Why something that was asked for could not be done; `room`: the disk is full. */
export const recoveryRefusalSchema = z.enum([...copyProblemSchema.options, 'room', 'in_use', 'failed']);
export type RecoveryRefusal = z.infer<typeof recoveryRefusalSchema>;

const salvagedSchema = z.object({
  tables: z.array(z.object({ table: z.string(), rows: z.int(), lost: z.int().nullable() })).readonly(),
  isUsable: z.boolean(),
});
export type Salvaged = z.infer<typeof salvagedSchema>;

const stateSchema = z.object({
  finding: findingSchema,
  dataFolder: z.string(),
  ways: z.array(wayBackSchema).readonly(),
  /** What is being done now, from 0 to 1; null: nothing. */
  busy: z.number().min(0).max(1).nullable(),
  /** How the last thing that was asked for failed. */
  refusal: recoveryRefusalSchema.nullable(),
  salvaged: salvagedSchema.nullable(),
  /** Where the report for support was written; null: it was not asked for. */
  report: z.string().nullable(),
});
export type RecoveryState = z.infer<typeof stateSchema>;

/** What somebody types who wants to begin a new clinic: nobody does that by mistake. */
export const NEW_CLINIC_WORD = 'NEW';

const way = z.strictObject({ path: z.string().max(4096), passphrase: z.string().max(1000).optional() });

/**
 * All that can be asked while the clinic’s data are not open: there is no store, nobody is on, and none of the app’s
 * calls are there. What takes long goes on after the answer; `look` tells how far it is.
 */
export const recoveryCalls = {
  'recovery.look': { input: nothing, output: stateSchema },
  /** Somebody chooses a file; it is among the ways from then on. */
  'recovery.choose': { input: nothing, output: done },
  'recovery.restore': { input: way, output: done },
  /** Reads what can be read of the damaged data into a new file, which is among the ways then. */
  'recovery.salvage': { input: nothing, output: done },
  'recovery.retry': { input: nothing, output: done },
  /** Opens what lies there as it is. */
  'recovery.believe': { input: z.strictObject({ withLog: z.boolean() }), output: done },
  'recovery.begin': { input: z.strictObject({ word: z.literal(NEW_CLINIC_WORD) }), output: done },
  /** Writes what helps to find out what is wrong; there is no patient in it. */
  'recovery.report': { input: nothing, output: done },
  'recovery.showFolder': { input: nothing, output: done },
  'recovery.quit': { input: nothing, output: done },
} as const;

export type RecoveryCalls = typeof recoveryCalls;
export type RecoveryCallName = keyof RecoveryCalls;
export type RecoveryInput<N extends RecoveryCallName> = z.input<RecoveryCalls[N]['input']>;
export type RecoveryOutput<N extends RecoveryCallName> = z.output<RecoveryCalls[N]['output']>;
