import type { Book } from '../../../shared/model/book';
import type { Doctor } from '../../../shared/model/doctor';
import type { PrintJobId, TokenId } from '../../../shared/model/ids';
import type { PrintJob, SlipPrint } from '../../../shared/model/print-job';
import { type PrintSettings, type StationName, targetOf } from '../../../shared/model/print-settings';
import type { Reason } from '../../../shared/model/reason';
import type { Ticket } from '../../../shared/model/ticket';
import type { Token } from '../../../shared/model/token';
import type { WaitRange } from '../../../shared/model/wait';
import { fail, ok, type Result } from '../../../shared/result';
import { aheadOf, type Decision, reasonFor } from '../../engine';
import type { Reading } from '../../store/store';
import { type Call, contextOf } from '../call';
import { paymentIn, paymentOfSlip } from '../payments/on-slip';
import { withAlso } from '../run/also-with';
import { timesOf } from '../run/call-list';
import type { SlipWish } from '../run/new-job';
import { hoursWarnings, withOtherwise } from '../run/otherwise';

interface TicketWish {
  /** Of this slip; default: of the token's last one. */
  readonly jobId?: PrintJobId | undefined;
  /** Where the patient stands; default: where that slip prints. */
  readonly station?: StationName;
  /** The slip is being drawn: with the logo, which is large. */
  readonly drawn?: boolean;
}

/** What the slip of a token shows, as things stand now. Errors: NOT_FOUND. */
export async function readTicket(
  call: Call,
  tokenId: TokenId,
  { jobId, station, drawn = false }: TicketWish = {},
): Promise<Result<Ticket>> {
  const { environment, today } = call;
  const { store } = environment;
  const key = await store.bookOfToken(tokenId);
  const book = key && (await store.book(key, today));
  const token = book?.tokens.find(({ id }) => id === tokenId);
  const doctor = key && (await store.doctor(key.doctorId));
  if (!book || !token || !doctor) return fail('NOT_FOUND', 'There is no such token.', { tokenId });
  const asked = jobId && (await store.printJob(jobId));
  const job = asked?.tokenId === tokenId ? asked : await store.printJobOfToken(tokenId);
  const wait = environment.pace.waitOf(book, contextOf(call), tokenId);
  const reason = (await store.tokenHistory(tokenId)).at(-1)?.event.reason;
  const replaces = await replacedBy(call, token);
  const payment = await paymentOfSlip(call, doctor, token, job);
  const facts = { token, book, doctor, job, station, reason, wait, replaces, payment, drawn };
  return ok(await completeTicket(call, ticketOf(call, facts)));
}

/** With what other books have to say of it. */
export async function completeTicket(call: Call, ticket: Ticket): Promise<Ticket> {
  return withOtherwise(call, await withAlso(call, ticket));
}

/** All that a ticket is made of. */
interface TicketFacts {
  readonly token: Token;
  readonly book: Book;
  readonly doctor: Doctor;
  readonly wait: WaitRange | null;
  /** Why it stands where it does; undefined: nothing was ever said of it. */
  readonly reason: Reason | undefined;
  /** Its slip, if there was one before. */
  readonly job?: PrintJob | undefined;
  readonly station?: StationName | undefined;
  readonly replaces?: Ticket['replaces'];
  readonly payment?: Ticket['payment'];
  readonly drawn?: boolean;
}

/** A ticket from what is known; but for what else there is where today may not be enough. */
export function ticketOf(call: Call, facts: TicketFacts): Ticket {
  const { environment, now, settings } = call;
  const { clinic, print } = settings;
  const {
    token,
    book,
    doctor,
    wait,
    reason,
    job,
    station,
    replaces = null,
    payment = null,
    drawn = false,
  } = facts;
  const context = contextOf(call);
  const phone = environment.patientPages?.linkOf(token.id);
  return {
    token,
    doctor,
    clinicName: clinic.clinicName,
    timeZone: clinic.timeZone,
    slot: timesOf(book, token.status === 'active' ? token : null),
    ahead: aheadOf(book, token, context),
    wait,
    now,
    reason: reason ?? { code: 'no_seat', rule: 'R7' },
    warnings: hoursWarnings(book, token, wait, context),
    otherwise: null,
    alsoWith: [],
    replaces,
    payment,
    print: {
      ...slipPrint({ ...print, logo: drawn ? print.logo : null }, station ?? job?.station, job),
      practice: environment.practice ?? false,
      // Nobody would ever print it here, whatever the station of the reception PC is set to.
      ...(environment.headless ? { way: 'none' as const } : {}),
    },
    ...(phone && { phone }),
  };
}

/** The ticket of the token that a decision was about, if it is to be made in the transaction that decides. */
export function ticketOfDecision(
  call: Call,
  decision: Decision,
  token: Token,
  { reading, slip, station }: { reading: Reading; slip: SlipWish | undefined; station: StationName },
): Ticket {
  const { book, warnings } = decision;
  const doctor = reading.doctor(book.doctorId);
  if (!doctor) throw new Error(`The book of ${book.doctorId} has no doctor.`);
  const wait = call.environment.pace.waitIf(book, contextOf(call), token.id);
  // One that was only looked at again stands where it did for its last reason.
  const reason = reasonFor(decision, token.id) ?? reading.tokenHistory(token.id).at(-1)?.event.reason;
  const job = slip ? undefined : reading.printJobOfToken(token.id);
  const payment = paymentIn(reading, doctor, token);
  const ticket = ticketOf(call, { token, book, doctor, wait, reason, job, station, payment });
  return { ...ticket, warnings: [...warnings, ...ticket.warnings] };
}

/** How a slip is to look: by the settings of the station that it prints at. */
export function slipPrint(
  print: PrintSettings,
  station: StationName = 'desk',
  { copy, kind }: Pick<PrintJob, 'copy' | 'kind'> = { copy: 0, kind: 'token' },
): Omit<SlipPrint, 'practice'> {
  const { secondLanguage, showName, maskName, clinicLine, feeLine, logo } = print;
  const { way, paper } = targetOf(print, station);
  return { way, paper, secondLanguage, showName, maskName, clinicLine, feeLine, logo, copy, kind };
}

/** R21: number and day of the token that this one continues. */
async function replacedBy(
  { environment: { store } }: Call,
  { transferredFrom }: Token,
): Promise<Ticket['replaces']> {
  const last = transferredFrom && (await store.tokenHistory(transferredFrom)).at(-1)?.event.after;
  return last ? { number: last.number, serviceDay: last.serviceDay } : null;
}
