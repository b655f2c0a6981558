import { z } from 'zod';
import { create } from 'zustand';
import { type Card, keptOfCard } from '../../../shared/codes/card';
import { asciiDigits } from '../../../shared/model/fold';
import {
  doctorIdSchema,
  type PatientId,
  patientIdSchema,
  requestIdSchema,
  slotIdSchema,
} from '../../../shared/model/ids';
import type { KnownPatient } from '../../../shared/model/known-patient';
import { type OnCard, onCardSchema } from '../../../shared/model/registered-patient';
import { serviceDaySchema } from '../../../shared/model/time';
import { precedenceSchema, type Source, sourceSchema, type Token } from '../../../shared/model/token';

const draftSchema = z.object({
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

const STORAGE_KEY = 'opd.desk.draft';

const usualSource: Source = 'walk_in';

function emptyDraft(): Draft {
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

/** For this window only, and gone with it: a reload keeps what was typed, the next start does not. */
export const useDraft = create<Draft>(() => stored() ?? emptyDraft());
useDraft.subscribe((draft) => sessionStorage.setItem(STORAGE_KEY, JSON.stringify(draft)));

/** What stood in the form when it was emptied, until it is brought back, or a token is issued; null: nothing. */
export const useAside = create<{ readonly draft: Draft | null }>(() => ({ draft: null }));

/** A slot belongs to one doctor and day, so that changing either lets go of it. */
export function changeDraft(
  change: Partial<Omit<Draft, 'requestId' | 'usual' | 'known' | 'isSourceChosen' | 'namePhone'>>,
): void {
  const draft = useDraft.getState();
  if (change.phone !== undefined && isTypedOver(draft, change.phone)) {
    useAside.setState({ draft });
    useDraft.setState({ ...emptyDraft(), day: draft.day, ...change });
    return;
  }
  const next = { ...draft, ...change };
  if (change.name !== undefined || digitsOf(next.phone).length >= digitsOf(next.namePhone).length) {
    next.namePhone = next.phone;
  }
  if (change.doctor !== undefined) next.usual = null;
  if (change.source !== undefined) next.isSourceChosen = true;
  if (next.usual !== null && next.usual.name !== next.name) next.usual = null;
  const moved = doctorOf(next) !== doctorOf(draft) || next.day !== draft.day;
  if (moved && change.slotId === undefined) next.slotId = null;
  useDraft.setState(next);
}

/** Two phones that have fewer digits in common, at their ends, are not one that was put right. */
const FEWEST_IN_COMMON = 4;
/** As many digits may be a whole phone. */
const WHOLE_PHONE = 7;

/**
 * Whoever stood there has walked off, and the next one's phone is being typed: a name, a doctor or a kind of visit left standing
 * would be theirs unnoticed.
 */
function isTypedOver({ known, name, namePhone }: Draft, phone: string): boolean {
  if (known !== null && known.name === name) return areApart(known.phone, phone);
  // A name stays when its phone is deleted: not everybody has one.
  const isSaidWith = name.trim() !== '' && digitsOf(namePhone).length >= WHOLE_PHONE;
  return isSaidWith && phone.trim() !== '' && areApart(namePhone, phone);
}

function areApart(before: string, after: string): boolean {
  const [one, other] = [[...digitsOf(before)], [...digitsOf(after)]];
  const begin = one.findIndex((digit, at) => digit !== other[at]);
  if (begin < 0) return false;
  const end = one.toReversed().findIndex((digit, at) => digit !== other.at(-1 - at));
  return begin < FEWEST_IN_COMMON && (end < 0 ? one.length : end) < FEWEST_IN_COMMON;
}

const digitsOf = (text: string): string => asciiDigits(text).replace(/\D/g, '');

/** A new form, and the way back to what stood there. */
export function emptyForm(): void {
  const draft = useDraft.getState();
  if (!isEmpty(draft)) useAside.setState({ draft });
  useDraft.setState(emptyDraft());
}

export function isEmpty({ name, phone, source, precedence, day, doctor }: Draft): boolean {
  const isNobody = name.trim() === '' && phone.trim() === '' && precedence === null;
  return isNobody && source === usualSource && day === null && doctor === '';
}

/**
 * As it was before it was emptied; with the phone that was typed since, if that is a whole one: it may be theirs, too. False: nothing
 * was put aside. What somebody else's form says meanwhile is put aside in its turn.
 */
export function bringBack(): boolean {
  const { draft: aside } = useAside.getState();
  if (aside === null) return false;
  const now = useDraft.getState();
  const phone = digitsOf(now.phone).length >= WHOLE_PHONE && now.name.trim() === '' ? now.phone : aside.phone;
  useAside.setState({ draft: now.name.trim() === '' ? null : now });
  const isSame = phone === aside.phone;
  useDraft.setState({ ...aside, phone, namePhone: phone, known: isSame ? aside.known : null });
  return true;
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
    namePhone: patientContact,
    cardName: '',
    cardBirth: null,
    onCard: null,
    usual: { name: patientName, doctorId: lastDoctorId },
    known: { name: patientName, phone: patientContact, patientId },
    slotId: null,
  });
}

/** The same patient goes to another doctor too: all but the doctor is known. */
export function startAnother({ patientName: name, patientContact: phone, patientId }: Token): void {
  const known = patientId === null ? null : { name, phone, patientId };
  emptyForm();
  useDraft.setState({ name, phone, namePhone: phone, known });
}

/** Whoever was typed by hand is somebody of the register: the rest of the form stays as it was said. */
export function takeLikely(patient: Parameters<typeof fillKnown>[0]): void {
  const { doctor, slotId } = useDraft.getState();
  fillKnown(patient);
  if (doctor !== '') useDraft.setState({ usual: null, slotId });
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
  const { name, phone, birth } = card;
  useDraft.setState((draft) => ({
    name: name || draft.name,
    phone: phone || draft.phone,
    namePhone: phone || draft.phone,
    cardName: name,
    cardBirth: birth,
    onCard: keptOfCard(card),
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
  useAside.setState({ draft: null });
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
