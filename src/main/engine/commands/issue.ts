import type { Book } from '../../../shared/model/book';
import type { SlotId, TokenId } from '../../../shared/model/ids';
import { patientKey } from '../../../shared/model/patient';
import type { Reason } from '../../../shared/model/reason';
import {
  type Channel,
  isOpen,
  priorityOf,
  type Source,
  type Token,
  tokenNumber,
} from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import type { Context } from '../context';
import { type Decision, decide, type Warning } from '../decide';
import type { Draft } from '../draft';
import { findSeat, isCandidate, type Seeker } from '../place';
import { takeSeat } from '../settle';
import { phaseOf } from '../timing';
import { listed, type TokenFacts } from '../transitions';
import { nextListSequence } from '../waiting';

export interface IssueRequest {
  /** The new token's id. */
  readonly id: TokenId;
  readonly source: Source;
  readonly channel: Channel;
  /** Cleaned already. */
  readonly patientName: string;
  readonly patientContact: string;
  /** R8: this slot and no other. */
  readonly slotId?: SlotId | undefined;
  /** R18; undefined: by channel and source. */
  readonly checkedIn?: boolean | undefined;
  /** R17: knowingly a second token for this patient. */
  readonly allowDuplicate?: boolean | undefined;
  readonly note?: string | undefined;
}

/**
 * A new token: numbered, and seated by R3–R5 or waiting by R7; R8 if it asks for a slot.
 * Errors: DUPLICATE_TOKEN (R17), NOT_FOUND and CONFLICT for the slot (R8), CONFLICT for a past or closed day.
 */
export function issue(book: Book, request: IssueRequest, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const duplicate = checkDuplicate(draft, request);
    if (!duplicate.ok) return duplicate;
    const facts = newFacts(draft, request, nextSequence(draft));
    const asked = checkAskedSlot(draft, facts, request.slotId);
    if (!asked.ok) return asked;
    allocate(draft, 'tokenIssued', facts);
    return ok({ tokenId: request.id, warnings: duplicate.value });
  });
}

/** Gives a token its seat by R3–R6, or puts it on the waiting list (R7); at its asked slot only, if it has one (R8). */
export function allocate(draft: Draft, type: 'tokenIssued' | 'tokenReinstated', facts: TokenFacts): void {
  const seat = findSeat(draft, facts, facts.wishedSlotId ?? undefined);
  if (seat) {
    takeSeat(draft, type, facts, seat);
    return;
  }
  const place = { listedAt: draft.now, listSequence: nextListSequence(draft) };
  const reason: Reason =
    facts.wishedSlotId === null
      ? { code: 'no_seat', rule: 'R7' }
      : { code: 'asked_slot_full', rule: 'R8', slotId: facts.wishedSlotId };
  draft.recordToken(type, listed(facts, 'waiting', place), reason);
}

/** R8: an asked slot must belong to the book, be open, and not have started (but for whom R2 admits). */
export function checkAskedSlot(draft: Draft, token: Seeker, slotId: SlotId | undefined): Result<null> {
  if (slotId === undefined) return ok(null);
  const slot = draft.slot(slotId);
  if (!slot) return fail('NOT_FOUND', 'This doctor has no such slot on that day.', { slotId });
  const phase = phaseOf(slot, draft.now);
  const why = { rule: 'R8', slotId };
  if (phase === 'closed') return fail('CONFLICT', 'That slot is closed.', why);
  if (phase === 'ended') return fail('CONFLICT', 'That slot is over.', why);
  if (!isCandidate(draft, slot, token)) return fail('CONFLICT', 'That slot has already started.', why);
  return ok(null);
}

/** R17: refuses a second open token of the same patient; for emergencies and empty contacts only warns. */
export function checkDuplicate(
  draft: Draft,
  patient: Pick<IssueRequest, 'id' | 'source' | 'patientName' | 'patientContact' | 'allowDuplicate'>,
): Result<readonly Warning[]> {
  const warnings: Warning[] = patient.patientContact === '' ? ['no_contact'] : [];
  const key = patientKey(patient.patientName, patient.patientContact);
  const twin = [...draft.tokens.values()].find(
    (token) =>
      isOpen(token) && token.id !== patient.id && patientKey(token.patientName, token.patientContact) === key,
  );
  if (!twin) return ok(warnings);
  const onlyWarn = patient.source === 'emergency' || patient.patientContact === '' || patient.allowDuplicate;
  if (onlyWarn) return ok([...warnings, 'same_patient_has_token']);
  return fail('DUPLICATE_TOKEN', `This patient already has token ${twin.number} with this doctor.`, {
    rule: 'R17',
    tokenId: twin.id,
    number: twin.number,
  });
}

function newFacts(draft: Draft, request: IssueRequest, sequence: number): TokenFacts {
  const { book, now } = draft;
  return {
    id: request.id,
    doctorId: book.doctorId,
    serviceDay: book.serviceDay,
    series: 'main',
    sequence,
    number: tokenNumber(book.prefix, 'main', sequence),
    source: request.source,
    priority: priorityOf[request.source],
    channel: request.channel,
    patientName: request.patientName,
    patientContact: request.patientContact,
    createdAt: now,
    updatedAt: now,
    checkedInAt: isHereFromTheStart(draft, request) ? now : null,
    displacements: 0,
    wishedSlotId: request.slotId ?? null,
    note: request.note ?? '',
    transferredFrom: null,
  };
}

/** R18: issued for today at kiosk or desk, any source but online; over HTTP walk-ins and emergencies. */
function isHereFromTheStart(draft: Draft, request: IssueRequest): boolean {
  if (draft.book.serviceDay !== draft.context.today) return false;
  if (request.checkedIn !== undefined) return request.checkedIn;
  if (request.channel === 'http') return request.source === 'walk_in' || request.source === 'emergency';
  return request.source !== 'online';
}

/** Numbers never come twice: one past the highest of the series, whatever became of its tokens. */
function nextSequence(draft: Draft): number {
  let last = 0;
  for (const token of draft.tokens.values()) {
    if (token.series === 'main') last = Math.max(last, token.sequence);
  }
  return last + 1;
}
