import { z } from 'zod';
import { alarmSettingsSchema } from './alarm-settings';
import { backupSettingsSchema } from './backup-settings';
import { boardSettingsSchema, voiceSettingsSchema } from './board-settings';
import { countrySchema } from './country';
import { feesSettingsSchema } from './fees-settings';
import { languageSchema } from './language';
import { networkSettingsSchema } from './network-settings';
import { peopleSettingsSchema } from './person';
import { phonesSettingsSchema } from './phones-settings';
import { printSettingsSchema } from './print-settings';
import { privacySettingsSchema } from './privacy';
import { reasonsSettingsSchema } from './reasons';
import { setUpStepSchema } from './set-up';
import { shownSettingsSchema } from './shown-doctors';
import { nameSchema } from './text';
import { isTimeZone, minuteOfDaySchema, startOfDaySchema } from './time';

/**
 * The clinic's rules (docs/allocation.md). Each setting has its unit in the name or the sentence, its default,
 * and one plain sentence that the admin screen shows.
 */
export const ruleSettingsSchema = z.object({
  maxEmergencyOverflow: z
    .int()
    .min(0)
    .max(50)
    .default(2)
    .describe('Seats above capacity that each slot keeps for emergencies.'),
  emergencyOverflowPercent: z
    .int()
    .min(1)
    .max(100)
    .nullable()
    .default(null)
    .describe('If set, the seats for emergencies are this percentage of capacity, rounded up, instead.'),
  joinRunningSlot: z
    .enum(['never', 'emergency', 'here', 'always'])
    .default('here')
    .describe('Who may still be seated in a slot that has already started.'),
  joinLeadMinutes: z
    .int()
    .min(0)
    .max(240)
    .default(30)
    .describe(
      'A patient who is not here gets a seat in a running slot only while it has this many minutes to go.',
    ),
  allowPreemption: z
    .boolean()
    .default(true)
    .describe('An emergency with no seat left may take the seat of someone less urgent.'),
  preemptionScope: z
    .enum(['emergency', 'any_higher'])
    .default('emergency')
    .describe('Who may take a seat: emergencies only, or anyone of a strictly higher priority.'),
  maxDisplacements: z
    .int()
    .min(0)
    .max(10)
    .default(1)
    .describe('How often one patient may lose a seat to someone more urgent.'),
  waitingListAgingMinutes: z
    .int()
    .min(0)
    .max(1440)
    .default(0)
    .describe(
      'Each time this many minutes pass on the waiting list, a patient counts as one priority better; 0 is off.',
    ),
  promotionLeadMinutes: z
    .int()
    .min(0)
    .max(1440)
    .default(0)
    .describe(
      'Patients not yet here get a seat only this many minutes or more before its slot starts; 0 is off.',
    ),
  noShowTimeoutMinutes: z
    .int()
    .min(0)
    .max(480)
    .default(15)
    .describe('Minutes after which a patient who has not come, or does not answer, is a no-show.'),
  callOrder: z
    .enum(['fair', 'strict'])
    .default('fair')
    .describe(
      'Fair weighs how long each has waited against the longest wait aimed at for their kind; strict goes by slot and priority.',
    ),
  targetMinutes: z
    .object({
      paid: z.int().min(1).max(480).default(20),
      follow_up: z.int().min(1).max(480).default(30),
      walk_in: z.int().min(1).max(480).default(45),
      online: z.int().min(1).max(480).default(45),
    })
    .prefault({})
    .describe('How many minutes each kind of patient should wait at most; the fair order aims at these.'),
  maxRecalls: z
    .int()
    .min(0)
    .max(10)
    .default(3)
    .describe('How often a patient who does not answer is called again before stepping back.'),
  recallGapSeconds: z
    .int()
    .min(0)
    .max(120)
    .default(20)
    .describe('Seconds to wait for an answer before a patient is called again.'),
  heldBackCalls: z
    .int()
    .min(1)
    .max(20)
    .default(2)
    .describe('After how many other calls a patient on hold, or who did not answer, is due again.'),
  precedenceFactor: z
    .number()
    .min(1)
    .max(4)
    .default(2)
    .describe(
      'For patients who go first among equals the wait aimed at is divided by this, so that they are called sooner.',
    ),
  seniorFromAge: z
    .int()
    .min(40)
    .max(100)
    .nullable()
    .default(60)
    .describe('From this age on a patient whose birth is known goes first among equals without being asked.'),
  infantUnderAge: z
    .int()
    .min(1)
    .max(6)
    .nullable()
    .default(1)
    .describe('Under this age a child whose birth is known goes first among equals without being asked.'),
  askNeedAtKiosk: z
    .boolean()
    .default(false)
    .describe(
      'The kiosk asks whether the patient should go first; staff see that nobody has checked the answer.',
    ),
  checkInEarlyMinutes: z
    .int()
    .min(0)
    .max(1440)
    .nullable()
    .default(null)
    .describe('At the kiosk a booking is checked in no more than this many minutes before its slot.'),
  checkInLateMinutes: z
    .int()
    .min(0)
    .max(1440)
    .nullable()
    .default(null)
    .describe('At the kiosk a booking is checked in no more than this many minutes after its slot began.'),
  tellOtherDay: z
    .boolean()
    .default(true)
    .describe('The kiosk says so to a patient whose booking is for another day.'),
});

export type RuleSettings = z.infer<typeof ruleSettingsSchema>;

export const defaultRules: RuleSettings = ruleSettingsSchema.parse({});

export const clinicSettingsSchema = z.object({
  clinicName: nameSchema(80).default('Our clinic').describe('Shown on every screen and slip.'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'No such time zone.')
    .default('Asia/Kolkata')
    .describe('The IANA time zone of the clinic.'),
  dayStartsAtMinute: startOfDaySchema
    .default(0)
    .describe('The minute of the clock at which a new service day begins.'),
  language: languageSchema.default('en').describe('The language of slips, where the patient chose none.'),
  country: countrySchema
    .default('IN')
    .describe('Where a phone number is from that bears no country code: two letters, as in ISO 3166.'),
  setUp: setUpStepSchema
    .nullable()
    .default(null)
    .describe('Where the first set-up was left; null: it is over, or has not begun.'),
  closeDayAtMinute: minuteOfDaySchema
    .nullable()
    .default(null)
    .describe('The minute of the clock at which the day is closed by itself; null: staff close it.'),
});

export const settingsSchema = z.object({
  clinic: clinicSettingsSchema.prefault({}),
  rules: ruleSettingsSchema.prefault({}),
  print: printSettingsSchema.prefault({}),
  board: boardSettingsSchema.prefault({}),
  voice: voiceSettingsSchema.prefault({}),
  network: networkSettingsSchema.prefault({}),
  people: peopleSettingsSchema.prefault({}),
  shown: shownSettingsSchema.prefault({}),
  privacy: privacySettingsSchema.prefault({}),
  reasons: reasonsSettingsSchema.prefault({}),
  backup: backupSettingsSchema.prefault({}),
  alarms: alarmSettingsSchema.prefault({}),
  fees: feesSettingsSchema.prefault({}),
  phones: phonesSettingsSchema.prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;

/** A change of some settings: within a section each field given replaces the one there was; of a group in it, only what is given. */
export const settingsChangeSchema = z.strictObject({
  clinic: changeOf(clinicSettingsSchema),
  rules: changeOf(ruleSettingsSchema),
  print: changeOf(printSettingsSchema),
  board: changeOf(boardSettingsSchema),
  voice: changeOf(voiceSettingsSchema),
  network: changeOf(networkSettingsSchema),
  people: changeOf(peopleSettingsSchema),
  shown: changeOf(shownSettingsSchema),
  privacy: changeOf(privacySettingsSchema),
  reasons: changeOf(reasonsSettingsSchema),
  backup: changeOf(backupSettingsSchema),
  alarms: changeOf(alarmSettingsSchema),
  fees: changeOf(feesSettingsSchema),
  phones: changeOf(phonesSettingsSchema),
});
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/** Whom a change of settings would reach at once: people, but for `closes`, which counts doctors’ days. */
export const settingsImpactSchema = z.object({
  noShows: z.int(),
  /** Here, or on the list, and sent away unseen by a day that closes. */
  notSeen: z.int(),
  closes: z.int(),
  /** Another seat or place, or none. */
  moves: z.int(),
  /** Visits whose patients would be erased; missing: none. */
  erases: z.int().optional(),
});
export type SettingsImpact = z.infer<typeof settingsImpactSchema>;

/** Some settings that belong together, and no setting by itself. */
export const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same fields, each optional and without its default, and no others. */
export function changeOf<O>(
  section: z.ZodObject & z.ZodType<O>,
): z.ZodOptional<z.ZodType<Partial<O>, Partial<O>>> {
  const fields = Object.entries(section.shape).map(([name, field]) => [
    name,
    withoutDefault(field).optional(),
  ]);
  const change: z.ZodType = z.strictObject(Object.fromEntries(fields));
  return (change as z.ZodType<Partial<O>, Partial<O>>).optional();
}

/** An optional field with a default would take the default where nothing is given. */
function withoutDefault(field: z.core.$ZodType): z.ZodType {
  if (field instanceof z.ZodDefault || field instanceof z.ZodPrefault) return withoutDefault(field.unwrap());
  if (field instanceof z.ZodNullable) return withoutDefault(field.unwrap()).nullable();
  if (!(field instanceof z.ZodObject)) return field as z.ZodType;
  const parts = Object.entries(field.shape).map(([name, part]) => [name, withoutDefault(part).optional()]);
  return z.strictObject(Object.fromEntries(parts));
}
