import { useCallback, useState } from 'react';
import type { CallInput } from '../../../../../shared/contract';
import type { DoctorId } from '../../../../../shared/model/ids';
import type { Ticket } from '../../../../../shared/model/ticket';
import type { ServiceDay } from '../../../../../shared/model/time';
import type { AppError } from '../../../../../shared/result';
import type { Wish } from '../../../data/command';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { whyOf } from '../../../parts/reasons/useWhy';
import {
  cardBirthOf,
  knownOf,
  onCardOf,
  renewRequest,
  startAfter,
  useDraft,
} from '../../../stores/deskDraft';
import { showIssued } from '../../../stores/deskView';
import type { Draft } from '../../../stores/draft';
import { deskChanges } from '../act';
import { type DraftProblems, problemsOf } from './check';

export interface Issue {
  readonly busy: boolean;
  readonly problems: DraftProblems;
  /** Why the main process said no; null: it did not. */
  readonly refusal: AppError | null;
  /** Forgets what was wrong: something was changed. */
  clear(): void;
  complain(problems: DraftProblems): void;
  /** Issues the draft, once, however often it is asked to. */
  submit(doctorId: DoctorId | null, how: How): Promise<void>;
}

interface How {
  readonly allowDuplicate: boolean;
  /** Of an emergency for which none was chosen; null: there is none. */
  readonly usualReason: string | null;
}

/**
 * Turns the draft into a token.
 * @param onIssued the draft is empty again
 * @param onProblems the fields to mend
 */
export function useIssue(
  onIssued: (ticket: Ticket) => void,
  onProblems: (problems: DraftProblems) => void,
): Issue {
  const { busy, run } = useCommand();
  const [problems, setProblems] = useState<DraftProblems>({});
  const [refusal, setRefusal] = useState<AppError | null>(null);

  const clear = useCallback(() => {
    setProblems({});
    setRefusal(null);
  }, []);

  function complain(found: DraftProblems): void {
    setProblems(found);
    onProblems(found);
  }

  async function submit(doctorId: DoctorId | null, how: How): Promise<void> {
    const draft = useDraft.getState();
    const found = problemsOf(draft, doctorId !== null);
    setRefusal(null);
    if (doctorId === null || Object.keys(found).length > 0) return complain(found);
    setProblems({});
    await run('tokens.issue', wishOf(draft, doctorId, how), {
      requestId: draft.requestId,
      after: (ticket) => {
        deskChanges.remember(ticket.token.id);
        showIssued(ticket);
        startAfter(draft);
        onIssued(ticket);
      },
      refused: (error) => {
        setRefusal(wasIssuedBefore(error) ? renewed(error) : error);
        return true;
      },
    });
  }

  return {
    busy,
    problems,
    refusal,
    submit,
    complain,
    clear,
  };
}

/** R17: its answer was lost, and the draft was changed since then. */
function wasIssuedBefore({ code, details }: AppError): boolean {
  return code === 'CONFLICT' && details?.rule === 'R17';
}

/** Pressed once more it makes another token, now that it was said that there is one. */
function renewed(error: AppError): AppError {
  renewRequest();
  return { ...error, message: i18n.t('desk:issue.madeBefore') };
}

function wishOf(
  draft: Draft,
  doctorId: DoctorId,
  { allowDuplicate, usualReason }: How,
): Wish<'tokens.issue'> {
  return {
    ...previewableOf(draft, doctorId, draft.day),
    patientName: draft.name,
    patientContact: draft.phone,
    ...whoseOf(draft),
    // What was said of an emergency is no other visit's.
    ...(draft.source === 'emergency' ? whyOf(draft.reasonCode ?? usualReason, draft.note) : {}),
    ...(allowDuplicate ? { allowDuplicate } : {}),
  };
}

/** Who it is in the register, or what a card says of whoever is new there. */
export function whoseOf(draft: Draft): Pick<CallInput<'tokens.issue'>, 'patientId' | 'birth' | 'card'> {
  const [patientId, birth, card] = [knownOf(draft), cardBirthOf(draft), onCardOf(draft)];
  if (patientId !== null) return { patientId };
  return { ...(birth === null ? {} : { birth }), ...(card === null ? {} : { card }) };
}

/** What decides the place: all of the draft but the patient. */
export function previewableOf(
  { source, slotId, precedence }: Pick<Draft, 'source' | 'slotId' | 'precedence'>,
  doctorId: DoctorId,
  day: ServiceDay | null,
): Pick<CallInput<'tokens.issue'>, 'doctorId' | 'source' | 'slotId' | 'serviceDay' | 'precedence'> {
  return {
    doctorId,
    source,
    ...(slotId === null ? {} : { slotId }),
    ...(precedence === null ? {} : { precedence: precedence === 'none' ? null : precedence }),
    ...(day === null ? {} : { serviceDay: day }),
  };
}
