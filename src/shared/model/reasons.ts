import { z } from 'zod';
import { reasonCodeSchema } from './given-reason';
import { nameSchema } from './text';

/** What is not done without saying why. */
export const reasonKinds = ['emergency', 'outOfTurn', 'cancel'] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** As many of a kind as there are digits to choose by. */
export const MOST_REASONS = 9;

/** One reason of the clinic’s list. */
export const listedReasonSchema = z.strictObject({
  code: reasonCodeSchema,
  /** In the languages of staff; at least one. */
  names: z
    .strictObject({ en: nameSchema(60).optional(), hi: nameSchema(60).optional() })
    .refine(({ en, hi }) => en !== undefined || hi !== undefined, 'Please give the reason a name.'),
  /** False: not offered any more; what it was given for keeps its name. */
  active: z.boolean(),
});
export type ListedReason = z.infer<typeof listedReasonSchema>;

function listOf(defaults: readonly ListedReason[]) {
  return z
    .array(listedReasonSchema)
    .max(200)
    .refine((list) => new Set(list.map(({ code }) => code)).size === list.length, 'Each code only once.')
    .default([...defaults]);
}

const reason = (code: string, en: string, hi: string): ListedReason => ({
  code,
  names: { en, hi },
  active: true,
});

/** Why an emergency, a call out of turn, a cancelled token: the first of each list is the usual one. */
export const reasonsSettingsSchema = z.object({
  /** Staff’s windows choose nothing beforehand but for emergencies, and nothing is done without a code. */
  mustChoose: z.boolean().default(false).describe('Staff have to choose a reason each time.'),
  emergency: listOf([
    reason('very_unwell', 'Suddenly ill', 'अचानक तबीयत खराब'),
    reason('breathing', 'Trouble breathing', 'साँस लेने में तकलीफ़'),
    reason('chest_pain', 'Chest pain', 'सीने में दर्द'),
    reason('injury', 'Injury or bleeding', 'चोट या खून बहना'),
    reason('fits_faint', 'Fainted, or a fit', 'बेहोशी या दौरा'),
    reason('small_child', 'Small child, very ill', 'छोटा बच्चा, बहुत बीमार'),
    reason('doctor_said', 'The doctor said so', 'डॉक्टर ने कहा'),
    reason('other', 'Something else', 'कुछ और'),
  ]).describe('Why somebody is an emergency.'),
  outOfTurn: listOf([
    reason('worse', 'Feels worse', 'तबीयत बिगड़ रही है'),
    reason('back', 'Back from a test', 'जाँच कराकर लौटे'),
    reason('short', 'Only a short matter', 'बस थोड़ी देर का काम'),
    reason('frail', 'Cannot wait long', 'ज़्यादा देर नहीं बैठ सकते'),
    reason('doctor_said', 'The doctor said so', 'डॉक्टर ने कहा'),
    reason('other', 'Something else', 'कुछ और'),
  ]).describe('Why somebody is called out of turn.'),
  cancel: listOf([
    reason('patient_asked', 'The patient asked', 'मरीज़ ने कहा'),
    reason('left', 'Left without being seen', 'बिना दिखाए चले गए'),
    reason('other_day', 'Comes another day', 'किसी और दिन आएँगे'),
    reason('other_doctor', 'Goes to another doctor', 'दूसरे डॉक्टर को दिखाएँगे'),
    reason('mistake', 'Entered by mistake', 'गलती से बना'),
    reason('other', 'Something else', 'कुछ और'),
  ]).describe('Why a token is cancelled.'),
});
export type ReasonsSettings = z.infer<typeof reasonsSettingsSchema>;

/**
 * The lists after a change: a reason that was on one stays on it, so that nothing on record loses its name. What the
 * change leaves out, another window may just have added.
 */
export function withoutLosing(before: ReasonsSettings, after: ReasonsSettings): ReasonsSettings {
  const keep = (kind: ReasonKind): ListedReason[] => {
    const given = new Set(after[kind].map(({ code }) => code));
    return [...after[kind], ...before[kind].filter(({ code }) => !given.has(code))];
  };
  return {
    ...after,
    emergency: keep('emergency'),
    outOfTurn: keep('outOfTurn'),
    cancel: keep('cancel'),
  };
}

/** Those to choose from. */
export function activeReasons(settings: ReasonsSettings, kind: ReasonKind): ListedReason[] {
  return settings[kind].filter(({ active }) => active);
}

/** In this language, else in the one it has. */
export function reasonName({ names: { en, hi }, code }: ListedReason, language: string): string {
  return (language === 'hi' ? (hi ?? en) : (en ?? hi)) ?? code;
}

/** What a command says of why it is done. */
export const whyFields = {
  /** From the clinic’s list. */
  reasonCode: reasonCodeSchema.optional(),
  /** In words, beside it. */
  reasonText: z.string().trim().max(500, 'Please use at most 500 letters.').optional(),
};
export interface Why {
  readonly reasonCode?: string | undefined;
  readonly reasonText?: string | undefined;
}
