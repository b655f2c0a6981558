import type { CallOutput, CheckedInput } from '../../../shared/contract';
import { codeOf } from '../../../shared/error-code';
import type { Book } from '../../../shared/model/book';
import type {
  Became,
  DayList,
  DayListLine,
  DocumentRequest,
  PatientHistory,
} from '../../../shared/model/document';
import type { TokenId } from '../../../shared/model/ids';
import { isListed, isUnseen, type Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import type { DocumentPage } from '../outside/document-maker';
import { patientCard } from '../patients/card';
import { checkReach } from '../time/reach';
import { nextBlanks } from './blanks';

/** More visits than anyone has; a limit all the same. */
const MOST_VISITS = 5_000;

/** One doctor's day, slot by slot. Errors: NOT_FOUND. */
export async function dayList(
  { environment, now, today, settings }: Call,
  { doctorId, serviceDay }: CheckedInput<'documents.dayList'>,
): Promise<Result<DayList>> {
  const { store, practice = false } = environment;
  const doctor = await store.doctor(doctorId);
  const reach = checkReach(serviceDay, today);
  if (!reach.ok) return reach;
  const book = await store.book({ doctorId, serviceDay: serviceDay ?? today }, today);
  if (!doctor || !book) return fail('NOT_FOUND', 'There is no such doctor.', { doctorId });
  const { clinicName, timeZone } = settings.clinic;
  return ok({
    practice,
    clinicName,
    timeZone,
    now,
    serviceDay: book.serviceDay,
    doctor,
    groups: groupsOf(book),
  });
}

function groupsOf(book: Book): DayList['groups'] {
  const inOrder = [...book.tokens].sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
  const slotIds = new Set<string>(book.slots.map(({ id }) => id));
  const homeless = inOrder.filter((token) => !slotIds.has(lastSlotOf(token) ?? ''));
  const slots = [...book.slots].sort((a, b) => a.startMinute - b.startMinute);
  const lists = [
    { kind: 'waiting' as const, tokens: homeless.filter(isListed) },
    { kind: 'none' as const, tokens: homeless.filter((token) => !isListed(token)) },
  ];
  return [
    ...slots.map(({ id, startMinute, endMinute }) => ({
      kind: 'slot' as const,
      slot: { startMinute, endMinute },
      lines: inOrder.filter((token) => lastSlotOf(token) === id).map(lineOf),
    })),
    ...lists
      .filter(({ tokens }) => tokens.length > 0)
      .map(({ kind, tokens }) => ({ kind, slot: null, lines: tokens.map(lineOf) })),
  ];
}

/** The slot a token has, or had when it ended. */
function lastSlotOf(token: Token): string | null {
  if (token.status === 'active' || token.status === 'served') return token.slotId;
  return isListed(token) ? null : token.lastSlotId;
}

function lastTimes({ slots }: Book, token: Token): PatientHistory['visits'][number]['slot'] {
  const slot = slots.find(({ id }) => id === lastSlotOf(token));
  return slot ? { startMinute: slot.startMinute, endMinute: slot.endMinute } : null;
}

function lineOf(token: Token): DayListLine {
  const { number, patientName, patientContact, source, checkedInAt, note } = token;
  const stage = token.status === 'active' ? token.stage : null;
  const status = becameOf(token);
  return { number, patientName, patientContact, source, status, stage, checkedInAt, note };
}

function becameOf(token: Token): Became {
  return token.status === 'cancelled' && isUnseen(token.cancelReason) ? 'not_seen' : token.status;
}

/** All visits of the patient of a token. Errors: NOT_FOUND. */
export async function patientHistory(call: Call, tokenId: TokenId): Promise<Result<PatientHistory>> {
  const { environment, now, today, settings } = call;
  const { store, practice = false } = environment;
  const token = await tokenOf(call, tokenId);
  if (!token) return fail('NOT_FOUND', 'There is no such token.', { tokenId });
  const { patientName, patientContact, patientId } = token;
  const tokens = patientId === null ? [token] : await store.tokensOfPatient(patientId, MOST_VISITS);
  const doctors = new Map((await store.doctors()).map((doctor) => [doctor.id, doctor]));
  const visits = await Promise.all(
    tokens.map(async (one) => {
      const doctor = doctors.get(one.doctorId);
      const book = await store.book(one, today);
      const { id, number, serviceDay, source, checkedInAt, note } = one;
      return {
        tokenId: id,
        number,
        serviceDay,
        doctorName: doctor?.name ?? '',
        specialization: doctor?.specialization ?? '',
        source,
        status: becameOf(one),
        slot: book ? lastTimes(book, one) : null,
        checkedInAt,
        startedAt: one.status === 'active' || one.status === 'served' ? one.startedAt : null,
        servedAt: one.status === 'served' ? one.servedAt : null,
        note,
      };
    }),
  );
  visits.sort((a, b) => b.serviceDay.localeCompare(a.serviceDay) || b.number.localeCompare(a.number));
  const { clinicName, timeZone } = settings.clinic;
  return ok({ practice, clinicName, timeZone, now, patientName, patientContact, visits });
}

async function tokenOf(
  { environment: { store }, today }: Call,
  tokenId: TokenId,
): Promise<Token | undefined> {
  const key = await store.bookOfToken(tokenId);
  const book = key && (await store.book(key, today));
  return book?.tokens.find(({ id }) => id === tokenId);
}

/**
 * Saves a document as PDF and shows it. Errors: NOT_FOUND; UNAVAILABLE where there are no windows, or the PDF could not
 * be made or written.
 */
export async function makeDocument(
  call: Call,
  { document, language }: CheckedInput<'documents.make'>,
): Promise<Result<CallOutput<'documents.make'>>> {
  const { documents, log } = call.environment;
  if (!documents) return fail('UNAVAILABLE', 'Lists can be made at the reception computer only.');
  const named = await fileNameOf(call, document);
  if (!named.ok) return named;
  try {
    const page = await pageOf(call, document);
    if (!page.ok) return page;
    const path = await documents.save(page.value, language, named.value);
    return ok({ path, opened: await documents.open(path) });
  } catch (error) {
    log.error('document failed', document.kind, error);
    return fail('UNAVAILABLE', inWords(error));
  }
}

/** What the page is to show. Blanks get their numbers here, once for all. Errors: NOT_FOUND, CONFLICT. */
async function pageOf(call: Call, document: DocumentRequest): Promise<Result<DocumentPage>> {
  if (document.kind !== 'blanks') return ok(document);
  const batches = await nextBlanks(call, document);
  return batches.ok ? ok({ kind: 'blanks', batches: batches.value }) : batches;
}

/** No patient's name in the name of a file; the minute, since a viewer may still hold the one before. */
async function fileNameOf(call: Call, document: DocumentRequest): Promise<Result<string>> {
  const { now, settings } = call;
  const { timeZone } = settings.clinic;
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' })
    .format(now)
    .replace(/:/g, '');
  if (document.kind === 'patient') {
    const token = await tokenOf(call, document.tokenId);
    if (!token) return fail('NOT_FOUND', 'There is no such token.', { tokenId: document.tokenId });
    return ok(`visits-${token.number}-${token.serviceDay}-${time}.pdf`);
  }
  if (document.kind === 'card') {
    const card = await patientCard(call, document);
    return card.ok ? ok(`card-${card.value.patientId}-${call.today}-${time}.pdf`) : card;
  }
  if (document.kind === 'blanks') {
    const doctor = document.doctorId && (await call.environment.store.doctor(document.doctorId));
    return ok(`blanks-${doctor ? `${doctor.prefix}-` : ''}${call.today}-${time}.pdf`);
  }
  if (document.kind === 'report') {
    const { report, from, to } = document.wish;
    return ok(`report-${report}-${from}-${to}-${time}.pdf`);
  }
  const list = await dayList(call, document);
  if (!list.ok) return list;
  return ok(`list-${list.value.doctor.prefix}-${list.value.serviceDay}-${time}.pdf`);
}

/** A sentence for the desk; the log has the rest. */
function inWords(error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOSPC') return 'The disk is full: the list could not be saved.';
  if (['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST'].includes(code)) {
    return 'The folder for documents cannot be written.';
  }
  return 'The list could not be made. Please try again.';
}
