import { z } from 'zod';
import { create } from 'zustand';
import type { Card } from '../../../shared/codes/card';
import {
  doctorIdSchema,
  type PatientId,
  patientIdSchema,
  requestIdSchema,
  slotIdSchema,
} from '../../../shared/model/ids';
import type { KnownPatient } from '../../../shared/model/known-patient';
import { ABHA, ABHA_ADDRESS } from '../../../shared/model/patient-number';
import { type OnCard, onCardSchema } from '../../../shared/model/registered-patient';
import { serviceDaySchema } from '../../../shared/model/time';
import { precedenceSchema, type Source, sourceSchema, type Token } from '../../../shared/model/token';

const draftSchema = z.object({
  phone: z.string(),
  name: z.string(),
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

const STORAGE_KEY = 'opd.desk.draft';

const usualSource: Source = 'walk_in';

function emptyDraft(): Draft {
  return {
    phone: '',
    name: '',
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

/** For this window only, and gone with it: a reload keeps what was typed, the next start does not. */
export const useDraft = create<Draft>(() => stored() ?? emptyDraft());
useDraft.subscribe((draft) => sessionStorage.setItem(STORAGE_KEY, JSON.stringify(draft)));

/** A slot belongs to one doctor and day, so that changing either lets go of it. */
export function changeDraft(
  change: Partial<Omit<Draft, 'requestId' | 'usual' | 'known' | 'isSourceChosen'>>,
): void {
  useDraft.setState((draft) => {
    if (change.phone !== undefined && isTypedOver(draft, change.phone)) {
      return { ...emptyDraft(), day: draft.day, ...change };
    }
    const next = { ...draft, ...change };
    if (change.doctor !== undefined) next.usual = null;
    if (change.source !== undefined) next.isSourceChosen = true;
    if (next.usual !== null && next.usual.name !== next.name) next.usual = null;
    const moved = doctorOf(next) !== doctorOf(draft) || next.day !== draft.day;
    if (moved && change.slotId === undefined) next.slotId = null;
    return next;
  });
}

/** Fewer digits than these are the beginning of another phone. */
const FEWEST_DIGITS = 4;

/**
 * Whoever was taken from the register has walked off, and the next one's phone is being typed: a name, a doctor or a kind of visit
 * left standing would be theirs unnoticed.
 */
function isTypedOver({ known, name }: Draft, phone: string): boolean {
  return known !== null && known.name === name && (phone.match(/\p{Nd}/gu)?.length ?? 0) < FEWEST_DIGITS;
}

/** What the visit is most likely to be, as long as staff have not said; null: the usual. */
export function proposeSource(proposed: Source | null): void {
  const { source, isSourceChosen } = useDraft.getState();
  const next = proposed ?? usualSource;
  if (!isSourceChosen && source !== next) useDraft.setState({ source: next });
}

/** Somebody seen before: name, phone and usual doctor at once. */
export function fillKnown({
  patientId,
  patientName,
  patientContact,
  lastDoctorId,
}: Pick<KnownPatient, 'patientId' | 'patientName' | 'patientContact' | 'lastDoctorId'>): void {
  useDraft.setState({
    name: patientName,
    phone: patientContact,
    cardName: '',
    cardBirth: null,
    onCard: null,
    usual: { name: patientName, doctorId: lastDoctorId },
    known: { name: patientName, phone: patientContact, patientId },
    slotId: null,
  });
}

/** Who it is in the register; null: what is written there is nobody's that was taken from it. */
export function knownOf({ known, name, phone }: Pick<Draft, 'known' | 'name' | 'phone'>): PatientId | null {
  return known !== null && known.name === name && known.phone === phone ? known.patientId : null;
}

/** R26: what was chosen for this token; what followed from the patient follows again. */
export function chosenNeedOf({
  precedence,
  precedenceFrom,
}: Pick<Token, 'precedence' | 'precedenceFrom'>): Draft['precedence'] {
  if (precedenceFrom === 'register') return null;
  return precedence ?? (precedenceFrom === 'staff' ? 'none' : null);
}

/** Of whom nothing but the card is known yet: its birth goes with its name. */
export function cardBirthOf({
  cardName,
  cardBirth,
  name,
}: Pick<Draft, 'cardName' | 'cardBirth' | 'name'>): string | null {
  return cardName !== '' && cardName === name ? cardBirth : null;
}

/** The same for its numbers and the sex. */
export function onCardOf({
  cardName,
  onCard,
  name,
}: Pick<Draft, 'cardName' | 'onCard' | 'name'>): OnCard | null {
  return cardName !== '' && cardName === name ? onCard : null;
}

/** What a scanned card says of its bearer; of what it does not say, what stands there is kept. */
export function fillFromCard(card: Card): void {
  const { name, phone, birth, sex, abhaNumber, abhaAddress } = card;
  const identifiers = [
    { system: ABHA, value: abhaNumber ?? '' },
    { system: ABHA_ADDRESS, value: abhaAddress ?? '' },
  ].filter(({ value }) => value !== '');
  useDraft.setState((draft) => ({
    name: name || draft.name,
    phone: phone || draft.phone,
    cardName: name,
    cardBirth: birth,
    onCard: { sex, identifiers },
    usual: null,
    known: null,
    slotId: null,
  }));
}

/** The choice that counts: see `Draft.doctor`. */
export function doctorOf({ doctor, usual }: Pick<Draft, 'doctor' | 'usual'>): string {
  return usual?.doctorId ?? doctor;
}

/** For the next patient, with nothing of the last: a doctor left standing would be the wrong one unnoticed. */
export function startNextDraft(start: Partial<Draft> = {}): void {
  useDraft.setState({ ...emptyDraft(), isSourceChosen: start.source !== undefined, ...start });
}

/** What stands there is meant as another token than the one this draft made, unnoticed, before. */
export function renewRequest(): void {
  useDraft.setState({ requestId: crypto.randomUUID() });
}

function stored(): Draft | undefined {
  const text = sessionStorage.getItem(STORAGE_KEY);
  if (text === null) return undefined;
  try {
    return draftSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
