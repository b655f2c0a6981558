import type { Book } from '../../../shared/model/book';
import type { PatientId, SlotId, TokenId } from '../../../shared/model/ids';
import {
  type Channel,
  type FollowUpMark,
  noteSchema,
  type Precedence,
  precedenceOrNoneSchema,
  type Source,
  type Token,
} from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { allocate, checkAskedSlot } from '../allocate';
import { checked, checkNewId, isToday } from '../check';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import type { Draft } from '../draft';
import { followsLostNumber, newFacts, nextSequence } from '../numbering';
import { checkDuplicate, checkPatient } from '../patients';
import { isEmergency } from '../place';

export interface IssueRequest {
  /** The new token's id. */
  readonly id: TokenId;
  readonly source: Source;
  readonly channel: Channel;
  readonly patientName: string;
  readonly patientContact: string;
  /** Who that is in the register; default: nobody known. */
  readonly patientId?: PatientId | null | undefined;
  /** R8: this slot and no other. */
  readonly slotId?: SlotId | undefined;
  /** R18; undefined: by channel and source. */
  readonly checkedIn?: boolean | undefined;
  /** R17: knowingly a second token for this patient. */
  readonly allowDuplicate?: boolean | undefined;
  readonly note?: string | undefined;
  /** R26. */
  readonly precedence?: Precedence | null | undefined;
  /** R26: who said so; default: staff, if anything was said. */
  readonly precedenceFrom?: Token['precedenceFrom'] | undefined;
  /** What a follow-up is by the doctor's rule; decides nothing here. */
  readonly followUp?: FollowUpMark | null | undefined;
}

/**
 * A new token: numbered, and seated by R3–R5 or waiting by R7; R8 if it asks for a slot.
 * Errors: INVALID_INPUT, DUPLICATE_TOKEN (R17), NOT_FOUND and CONFLICT for the slot (R8), CONFLICT for a past or
 * closed day, and for an emergency of another day (R4).
 */
export function issue(book: Book, request: IssueRequest, context: Context): Result<Decision> {
  return decide(book, context, (draft) => {
    const isNew = checkNewId(draft.tokens, request.id);
    if (!isNew.ok) return isNew;
    const patient = checkPatient(request);
    if (!patient.ok) return patient;
    const note = checked(noteSchema, request.note ?? '', 'note');
    if (!note.ok) return note;
    const precedence = checked(precedenceOrNoneSchema, request.precedence ?? null, 'precedence');
    if (!precedence.ok) return precedence;
    if (isEmergency(patient.value) && !isToday(book, context)) {
      return fail('CONFLICT', 'An emergency is of today.', { rule: 'R4', serviceDay: book.serviceDay });
    }
    const { id, channel, slotId, followUp = null } = request;
    const duplicate = checkDuplicate(draft, { ...patient.value, id }, request.allowDuplicate);
    if (!duplicate.ok) return duplicate;
    const checkedInAt = isHereFromTheStart(draft, request) ? draft.arrival : null;
    const wishedSlotId = slotId ?? null;
    const { precedenceFrom = request.precedence === undefined ? null : 'staff' } = request;
    const needs = { precedence: precedence.value, precedenceFrom };
    const wishes = { wishedSlotId, note: note.value, ...needs, followUp };
    const birth = { ...patient.value, id, channel, checkedInAt, ...wishes };
    const sequence = nextSequence(draft, 'main');
    const facts = newFacts(draft, birth, 'main', sequence);
    const isAfterGap = followsLostNumber(draft, 'main', sequence);
    const asked = checkAskedSlot(draft, facts, slotId);
    if (!asked.ok) return asked;
    allocate(draft, 'tokenIssued', facts);
    return ok({
      tokenId: id,
      warnings: [...duplicate.value, ...(isAfterGap ? (['numbers_go_on'] as const) : [])],
    });
  });
}

/** R18: issued for today at kiosk or desk, any source but online; over HTTP walk-ins and emergencies. */
function isHereFromTheStart(draft: Draft, request: IssueRequest): boolean {
  if (!isToday(draft.book, draft.context)) return false;
  if (request.checkedIn !== undefined) return request.checkedIn;
  if (request.channel === 'http') return request.source === 'walk_in' || request.source === 'emergency';
  return request.source !== 'online';
}
