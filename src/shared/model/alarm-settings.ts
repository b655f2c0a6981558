import { z } from 'zod';
import type { AlarmKind } from './alarm';

/** What kinds have a limit. */
export type LimitedKind = Exclude<AlarmKind, 'backup'>;

/** The least and the most a limit may be: minutes, people, slips or megabytes. */
export const alarmLimits: Readonly<Record<LimitedKind, readonly [least: number, most: number]>> = {
  wait: [0, 240],
  idle: [1, 120],
  printer: [1, 50],
  crowd: [1, 100],
  overrun: [5, 480],
  silence: [2, 120],
  disk: [100, 100_000],
};

/** Minutes; more than a working day would be never. */
export const quietLimits = [1, 480] as const;
const quietSchema = z.int().min(quietLimits[0]).max(quietLimits[1]);

/** One kind of alarm: whether it rings, and how long it is quiet after it rang, was answered or ended. */
const common = (on: boolean, quietMinutes: number) => ({
  on: z.boolean().default(on),
  quietMinutes: quietSchema.default(quietMinutes),
});

function withLimit(kind: LimitedKind, on: boolean, limit: number, quiet: number) {
  const [least, most] = alarmLimits[kind];
  return z.object({ ...common(on, quiet), limit: z.int().min(least).max(most).default(limit) }).prefault({});
}

/** When the live page rings. Three kinds do unless somebody says otherwise. */
export const alarmSettingsSchema = z.object({
  wait: withLimit('wait', true, 15, 15).describe(
    'Somebody has waited this many minutes longer than the target of their kind.',
  ),
  idle: withLimit('idle', true, 10, 15).describe(
    'A doctor has been free for this many minutes while people wait.',
  ),
  printer: withLimit('printer', true, 1, 10).describe(
    'So many slips were not printed, or the printer needs somebody.',
  ),
  crowd: withLimit('crowd', false, 5, 15).describe('So many of one doctor’s patients wait over the target.'),
  overrun: withLimit('overrun', false, 30, 60).describe(
    'A doctor is expected to be done this many minutes after the last slot ends.',
  ),
  silence: withLimit('silence', false, 5, 15).describe(
    'A kiosk or board that was there today has said nothing for this many minutes.',
  ),
  disk: withLimit('disk', false, 1000, 240).describe(
    'Less than so many megabytes are free where the data are.',
  ),
  backup: z.object(common(false, 240)).prefault({}).describe('Somebody must see to the copies of the data.'),
});
export type AlarmSettings = z.infer<typeof alarmSettingsSchema>;
