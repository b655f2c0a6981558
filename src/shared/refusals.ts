import type { ErrorCode } from './app-error';
import { backupRefusals } from './refusals/backups';
import { clockRefusals } from './refusals/clock';
import { dataRefusals } from './refusals/data';
import { fileRefusals } from './refusals/files';
import { paymentRefusals } from './refusals/payments';
import { peopleRefusals } from './refusals/people';
import { planningRefusals } from './refusals/planning';
import { updateRefusals } from './refusals/updates';
import { type ErrorDetails, fail, type Result } from './result';

/** Refusals that screens say in their own language: the English sentence of each, by the `reason` in its details. */
export const refusals = {
  ...planningRefusals,
  ...fileRefusals,
  ...peopleRefusals,
  ...paymentRefusals,
  ...clockRefusals,
  ...backupRefusals,
  ...dataRefusals,
  ...updateRefusals,
} as const;

export type RefusalReason = keyof typeof refusals;

export function isRefusalReason(reason: unknown): reason is RefusalReason {
  return typeof reason === 'string' && Object.hasOwn(refusals, reason);
}

/** A refusal with its sentence; `details` has what stands in braces in it. */
export function refused(code: ErrorCode, reason: RefusalReason, details: ErrorDetails = {}): Result<never> {
  return fail(code, sentenceOf(reason, details), { reason, ...details });
}

/** The English sentence of a reason. */
export function sentenceOf(reason: RefusalReason, details: ErrorDetails = {}): string {
  return refusals[reason].replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(details[name] ?? ''));
}
