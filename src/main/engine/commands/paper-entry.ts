import type { Book } from '../../../shared/model/book';
import type { PatientId, TokenId } from '../../../shared/model/ids';
import type { PaperOutcome } from '../../../shared/model/paper';
import { instantSchema } from '../../../shared/model/time';
import {
  type FollowUpMark,
  noteSchema,
  type Source,
  sequenceSchema,
  type Token,
} from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { checked, checkNewId } from '../check';
import type { Context } from '../context';
import { type Decision, decide, type Warning } from '../decide';
import type { Draft } from '../draft';
import type { GivenNeed } from '../need';
import { bearerOf, newFacts, nextSequence } from '../numbering';
import { checkDuplicate, checkPatient } from '../patients';
import { nearestSlot } from '../timing';
import { cancelled, seated, served } from '../transitions';

/** A blank that was filled in by hand during an outage. */
export interface PaperRequest {
  /** The new token's id. */
  readonly id: TokenId;
  /** The number on the blank; undefined: the next one. */
  readonly sequence?: number | undefined;
  /** When it was given out, as the paper says. */
  readonly at: number;
  readonly source: Source;
  readonly patientName: string;
  readonly patientContact: string;
  /** Who that is in the register; default: nobody known. */
  readonly patientId?: PatientId | null | undefined;
  /** What has become of the patient since. */
  readonly became: PaperOutcome;
  /** R17: knowingly a second token for this patient. */
  readonly allowDuplicate?: boolean | undefined;
  readonly note?: string | undefined;
  /** R26; default: none. */
  readonly need?: GivenNeed | undefined;
  /** What a follow-up is by the doctor's rule. */
  readonly followUp?: FollowUpMark | null | undefined;
}

/**
 * R25: enters a paper blank afterwards: a number of the paper series, the paper's time, and no seat: an extra in the
 * slot of that time, or the nearest. A number whose entry was taken back (R23) may be entered again: it is the same
 * token, as the paper says now. A closed or past book takes only those who were seen or have left (R16), a yesterday
 * opened again anyone (R28).
 * Errors: INVALID_INPUT, CONFLICT (number taken, no slots, day over or not begun), DUPLICATE_TOKEN (R17).
 */
export function paperEntry(book: Book, request: PaperRequest, context: Context): Result<Decision> {
  return decide(book, context, (draft) => enter(draft, request), { onClosedBook: true });
}

function enter(
  draft: Draft,
  request: PaperRequest,
): Result<{ tokenId: TokenId; warnings: readonly Warning[] }> {
  const { at } = request;
  const timely = checkTime(draft, request);
  if (!timely.ok) return timely;
  const numbered = checkNumber(draft, request);
  if (!numbered.ok) return numbered;
  const { id, sequence } = numbered.value;
  const patient = checkPatient(request);
  if (!patient.ok) return patient;
  const note = checked(noteSchema, request.note ?? '', 'note');
  if (!note.ok) return note;
  const knowingly = request.allowDuplicate || request.became !== 'waits';
  const duplicate = checkDuplicate(draft, { ...patient.value, id }, knowingly);
  if (!duplicate.ok) return duplicate;
  const slot = nearestSlot(draft.slots, at);
  if (!slot) return fail('CONFLICT', 'This doctor has no slots on that day.', { rule: 'R25' });
  const birth = {
    ...patient.value,
    id,
    channel: 'paper',
    createdAt: at,
    checkedInAt: at,
    note: note.value,
    ...request.need,
    followUp: request.followUp ?? null,
  } as const;
  const extra = seated(newFacts(draft, birth, 'paper', sequence), slot.id, at, true);
  const reason = { code: 'paper_entry', rule: 'R25', slotId: slot.id } as const;
  draft.recordToken('tokenIssued', becomes(extra, request), reason);
  return ok({ tokenId: id, warnings: duplicate.value });
}

/** Who went away unseen is told from who was seen: R16 counts them as what they are. */
function becomes(extra: ReturnType<typeof seated>, { became, at }: PaperRequest): Token {
  if (became === 'served') return served(extra, at);
  return became === 'left' ? cancelled(extra, 'left_unseen', at) : extra;
}

/** R25, R16: not in the future; on a day that is over, only who was served. */
function checkTime(draft: Draft, request: PaperRequest): Result<null> {
  const at = checked(instantSchema, request.at, 'at');
  if (!at.ok) return at;
  if (at.value > draft.now) {
    return fail('INVALID_INPUT', 'A paper token cannot be from the future.', { rule: 'R25', field: 'at' });
  }
  if (draft.book.serviceDay > draft.context.today) {
    return fail('CONFLICT', 'That day has not begun.', { rule: 'R25', serviceDay: draft.book.serviceDay });
  }
  if (!draft.isOpen && !draft.isReopenedYesterday && request.became === 'waits') {
    return fail('CONFLICT', 'That day is over: enter only patients who were seen or have left.', {
      rule: 'R16',
    });
  }
  return ok(null);
}

/** Each number once; one whose entry was taken back is the same token again. */
function checkNumber(draft: Draft, request: PaperRequest): Result<{ id: TokenId; sequence: number }> {
  const wished = request.sequence ?? nextSequence(draft, 'paper');
  const sequence = checked(sequenceSchema, wished, 'sequence');
  if (!sequence.ok) return sequence;
  const bearer = bearerOf(draft, 'paper', sequence.value);
  if (bearer === undefined) {
    const isNew = checkNewId(draft.tokens, request.id);
    return isNew.ok ? ok({ id: request.id, sequence: sequence.value }) : isNew;
  }
  if (wasTakenBack(bearer)) return ok({ id: bearer.id, sequence: sequence.value });
  const why = { rule: 'R25', tokenId: bearer.id, number: bearer.number };
  return fail('CONFLICT', `${bearer.number} has been entered already.`, why);
}

function wasTakenBack(token: Token): boolean {
  return token.status === 'cancelled' && token.cancelReason === 'undone';
}
