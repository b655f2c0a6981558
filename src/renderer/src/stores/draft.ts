import { z } from 'zod';
import { asciiDigits } from '../../../shared/model/fold';
import { doctorIdSchema, patientIdSchema, requestIdSchema, slotIdSchema } from '../../../shared/model/ids';
import { onCardSchema } from '../../../shared/model/registered-patient';
import { serviceDaySchema } from '../../../shared/model/time';
import { precedenceSchema, type Source, sourceSchema } from '../../../shared/model/token';

export const draftSchema = z.object({
  phone: z.string(),
  name: z.string(),
  /** The phone that this name was said with: another one is another person's. */
  namePhone: z.string(),
  /** The name as a scanned card has it, which proves nobody; empty: no card. */
  cardName: z.string(),
  /** The birth on that card; null: it says none. */
  cardBirth: z.string().nullable(),
  /** Its numbers, and the sex; null: no card. */
  onCard: onCardSchema.nullable(),
  /** Chosen by hand: `any`, `only:<specialization>`, or a doctor's id; empty: not yet. */
  doctor: z.string(),
  /** The usual doctor of a known patient, as long as the name is theirs; goes before `doctor`. */
  usual: z.object({ name: z.string(), doctorId: doctorIdSchema }).nullable(),
  /** Who that is in the register, as long as name and phone are theirs. */
  known: z.object({ name: z.string(), phone: z.string(), patientId: patientIdSchema }).nullable(),
  source: sourceSchema,
  /** Staff chose it: nothing is proposed any more. */
  isSourceChosen: z.boolean(),
  /** R26: as staff chose it; null: nothing was chosen, so that what is known of the patient counts. */
  precedence: z.union([precedenceSchema, z.literal('none')]).nullable(),
  slotId: slotIdSchema.nullable(),
  /** null: today. */
  day: serviceDaySchema.nullable(),
  /** Why it is an emergency: chosen from the clinic’s list; null: the usual reason. */
  reasonCode: z.string().nullable(),
  note: z.string(),
  /** One a draft: however often Enter is pressed, it is one token. */
  requestId: requestIdSchema,
});

/** A token being written at the desk. */
export type Draft = z.infer<typeof draftSchema>;

export const usualSource: Source = 'walk_in';

export function emptyDraft(): Draft {
  return {
    phone: '',
    name: '',
    namePhone: '',
    cardName: '',
    cardBirth: null,
    onCard: null,
    doctor: '',
    usual: null,
    known: null,
    source: usualSource,
    isSourceChosen: false,
    precedence: null,
    slotId: null,
    day: null,
    reasonCode: null,
    note: '',
    requestId: crypto.randomUUID(),
  };
}

export function isEmpty({ name, phone, source, precedence, day, doctor }: Draft): boolean {
  const isNobody = name.trim() === '' && phone.trim() === '' && precedence === null;
  return isNobody && source === usualSource && day === null && doctor === '';
}

/** As many digits may be a whole phone. */
const WHOLE_PHONE = 7;

export const digitsOf = (text: string): string => asciiDigits(text).replace(/\D/g, '');

/** Whether the phone may be a whole one. */
export const isWhole = (phone: string): boolean => digitsOf(phone).length >= WHOLE_PHONE;

/** As it is compared with another one. */
export const foldedName = ({ name }: Pick<Draft, 'name'>): string => name.trim().toLocaleLowerCase();
