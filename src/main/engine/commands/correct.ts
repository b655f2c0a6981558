import type { Book } from '../../../shared/model/book';
import type { PatientId, TokenId } from '../../../shared/model/ids';
import { patientContactSchema, patientNameSchema } from '../../../shared/model/patient';
import { type FollowUpMark, isOpen, noteSchema, priorityOf, type Token } from '../../../shared/model/token';
import { ok, type Result } from '../../../shared/result';
import { checked, type Schema } from '../check';
import type { Context } from '../context';
import { type Decision, decide } from '../decide';
import type { GivenNeed } from '../need';
import { warningsFor } from '../patients';
import { refuse, refuseFinal } from '../refusals';

/** What was written down wrongly; what is left out stays. */
export interface CorrectRequest {
  readonly tokenId: TokenId;
  readonly patientName?: string | undefined;
  readonly patientContact?: string | undefined;
  readonly note?: string | undefined;
  /** A follow-up that is none after all. */
  readonly source?: 'walk_in' | undefined;
  /** Who that is in the register, now that it says so. */
  readonly patientId?: PatientId | null | undefined;
  /** R26: with the patient, as an open token has it from now on. */
  readonly need?: GivenNeed | undefined;
  /** What a follow-up is now that it is somebody else's; undefined: what it was. */
  readonly followUp?: FollowUpMark | null | undefined;
}

/**
 * R16: a correction of name, contact or note, also on a closed or past book, or of the kind of an open follow-up. It never moves anybody;
 * a patient who turns out to have another open token is only warned of (R17). Errors: NOT_FOUND, INVALID_INPUT, CONFLICT for a kind that
 * cannot be corrected.
 */
export function correct(book: Book, request: CorrectRequest, context: Context): Result<Decision> {
  return decide(
    book,
    context,
    (draft) => {
      const found = draft.token(request.tokenId);
      if (!found.ok) return found;
      const token = found.value;
      const patientName = checkedIfGiven(patientNameSchema, request, token, 'patientName');
      if (!patientName.ok) return patientName;
      const patientContact = checkedIfGiven(patientContactSchema, request, token, 'patientContact');
      if (!patientContact.ok) return patientContact;
      const note = checkedIfGiven(noteSchema, request, token, 'note');
      if (!note.ok) return note;
      const kind = kindOf(token, request);
      if (!kind.ok) return kind;
      const text = { patientName: patientName.value, patientContact: patientContact.value, note: note.value };
      const { patientId = token.patientId, followUp = token.followUp } = request;
      const need = isOpen(token) ? request.need : undefined;
      const after = { ...token, ...text, patientId, followUp, ...need, ...kind.value };
      const same =
        after.patientName === token.patientName &&
        after.patientContact === token.patientContact &&
        after.patientId === token.patientId &&
        after.followUp === token.followUp &&
        after.source === token.source &&
        after.note === token.note;
      if (same) return ok({ tokenId: token.id });
      draft.recordToken('tokenCorrected', after, { code: 'asked_by_staff', rule: 'R16' });
      return ok({ tokenId: token.id, warnings: isOpen(token) ? warningsFor(draft, after) : [] });
    },
    { onClosedBook: true },
  );
}

/** A walk-in from now on: with the class and the time of one (R18), in its place, and no follow-up that is marked. */
function kindOf(
  token: Token,
  { source }: Pick<CorrectRequest, 'source'>,
): Result<Pick<Partial<Token>, 'source' | 'priority' | 'followUp'>> {
  if (source === undefined || source === token.source) return ok({});
  if (!isOpen(token)) return refuseFinal(token, 'R16');
  if (token.source !== 'follow_up') return refuse(token, 'R16', 'is no follow-up');
  return ok({ source, priority: priorityOf[source], followUp: null });
}

/** What is not being corrected is not judged: it may be of a time when other things were allowed. */
function checkedIfGiven(
  schema: Schema<string>,
  request: CorrectRequest,
  token: Token,
  field: 'patientName' | 'patientContact' | 'note',
): Result<string> {
  const value = request[field];
  return value === undefined ? ok(token[field]) : checked(schema, value, field);
}
