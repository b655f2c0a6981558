import { create } from 'zustand';
import { type Card, keptOfCard } from '../../../shared/codes/card';
import type { PatientId } from '../../../shared/model/ids';
import type { KnownPatient } from '../../../shared/model/known-patient';
import type { OnCard } from '../../../shared/model/registered-patient';
import type { Source, Token } from '../../../shared/model/token';
import { forgetAside, letGoOf, putAside, swapAside } from './deskAside';
import { type Draft, digitsOf, draftSchema, emptyDraft, foldedName, isWhole, usualSource } from './draft';

const STORAGE_KEY = 'opd.desk.draft';

/** For this window only, and gone with it: a reload keeps what was typed, the next start does not. */
export const useDraft = create<Draft>(() => stored() ?? emptyDraft());
useDraft.subscribe((draft) => sessionStorage.setItem(STORAGE_KEY, JSON.stringify(draft)));

/** A slot belongs to one doctor and day, so that changing either lets go of it. */
export function changeDraft(
  change: Partial<Omit<Draft, 'requestId' | 'usual' | 'known' | 'isSourceChosen' | 'namePhone'>>,
): void {
  const draft = useDraft.getState();
  if (change.phone !== undefined && isTypedOver(draft, change.phone)) {
    const next = { ...emptyDraft(), day: draft.day, ...change };
    putAside(draft, next.requestId);
    useDraft.setState(next);
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

/**
 * Whoever stood there has walked off, and the next one's phone is being typed: a name, a doctor or a kind of visit left standing
 * would be theirs unnoticed.
 */
function isTypedOver({ known, name, namePhone }: Draft, phone: string): boolean {
  if (known !== null && known.name === name) return areApart(known.phone, phone);
  // A name stays when its phone is deleted: not everybody has one.
  const isSaidWith = name.trim() !== '' && isWhole(namePhone);
  return isSaidWith && phone.trim() !== '' && areApart(namePhone, phone);
}

function areApart(before: string, after: string): boolean {
  const [one, other] = [[...digitsOf(before)], [...digitsOf(after)]];
  const begin = one.findIndex((digit, at) => digit !== other[at]);
  if (begin < 0) return false;
  const end = one.toReversed().findIndex((digit, at) => digit !== other.at(-1 - at));
  return begin < FEWEST_IN_COMMON && (end < 0 ? one.length : end) < FEWEST_IN_COMMON;
}

/** A new form, and the way back to what stood there. */
export function emptyForm(): void {
  putAside(useDraft.getState());
  useDraft.setState(emptyDraft());
}

/**
 * As it was before it was emptied; with the phone that was typed over its own, if that is a whole one: it may be theirs, too. False:
 * nothing was put aside. What somebody else's form says meanwhile is put aside in its turn.
 */
export function bringBack(): boolean {
  const now = useDraft.getState();
  const back = swapAside(now);
  if (back === null) return false;
  const { draft, hasPhoneOf } = back;
  if (!hasPhoneOf) useDraft.setState({ ...draft, namePhone: draft.phone });
  else {
    const known = digitsOf(now.phone) === digitsOf(draft.phone) ? draft.known : null;
    useDraft.setState({ ...draft, phone: now.phone, namePhone: now.phone, known });
  }
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

/** Somebody else's card is scanned: whoever stands in the form is put aside, as by hand. */
export function makeWayFor(person: Pick<Draft, 'name' | 'phone'>): void {
  if (isOther(useDraft.getState(), person)) emptyForm();
}

function isOther(draft: Draft, { name, phone }: Pick<Draft, 'name' | 'phone'>): boolean {
  const [one, other] = [digitsOf(draft.phone), digitsOf(phone)];
  // A country may stand before the one and not the other. What is said of only one of them parts nobody.
  const isOtherPhone = one !== '' && other !== '' && !one.endsWith(other) && !other.endsWith(one);
  return (
    isOtherPhone || (draft.name.trim() !== '' && name !== '' && foldedName(draft) !== foldedName({ name }))
  );
}

/** What a scanned card says of its bearer; of what it does not say, what stands there of them is kept. */
export function fillFromCard(card: Card): void {
  const { name, phone, birth } = card;
  makeWayFor(card);
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
  useDraft.setState({ ...emptyDraft(), isSourceChosen: start.source !== undefined, ...start });
}

/** That one got a token, and the next one may come. */
export function startAfter(issued: Draft): void {
  letGoOf(issued);
  startNextDraft();
}

/** Nothing is left, not even aside: what was typed is nobody's any more. */
export function forgetDrafts(): void {
  forgetAside();
  startNextDraft();
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
