import type { Book } from '../../../shared/model/book';
import type { PrintJobId, TokenId } from '../../../shared/model/ids';
import type { PrintJob, SlipPrint } from '../../../shared/model/print-job';
import { type PrintSettings, type StationName, targetOf } from '../../../shared/model/print-settings';
import type { Reason } from '../../../shared/model/reason';
import type { Ticket } from '../../../shared/model/ticket';
import { isListed, type Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import { type Context, doctorQueue, waitingHere } from '../../engine';
import { contextNow, type Environment } from '../environment';
import { hoursWarnings, otherwiseFor } from '../tokens/otherwise';

interface TicketWish {
  /** Of this slip; default: of the token's last one. */
  readonly jobId?: PrintJobId | undefined;
  /** Where the patient stands; default: where that slip prints. */
  readonly station?: StationName;
  /** The slip is being drawn: with the logo, which is large. */
  readonly drawn?: boolean;
}

/** What the slip of a token shows, as things stand now. Errors: NOT_FOUND. */
export async function ticketOf(
  environment: Environment,
  tokenId: TokenId,
  { jobId, station, drawn = false }: TicketWish = {},
): Promise<Result<Ticket>> {
  const { store } = environment;
  const context = await contextNow(environment);
  const key = await store.bookOfToken(tokenId);
  const book = key && (await store.book(key, context.today));
  const token = book?.tokens.find(({ id }) => id === tokenId);
  const doctor = key && (await store.doctor(key.doctorId));
  if (!book || !token || !doctor) return fail('NOT_FOUND', 'There is no such token.', { tokenId });
  const { clinic, print } = await store.settings();
  const asked = jobId && (await store.printJob(jobId));
  const job = asked?.tokenId === tokenId ? asked : await store.printJobOfToken(tokenId);
  const slot = token.status === 'active' ? book.slots.find(({ id }) => id === token.slotId) : undefined;
  const wait = (await environment.pace.waits(book, context)).get(tokenId) ?? null;
  const warnings = hoursWarnings(book, token, wait, context);
  return ok({
    token,
    doctor,
    clinicName: clinic.clinicName,
    timeZone: clinic.timeZone,
    slot: slot ? { startMinute: slot.startMinute, endMinute: slot.endMinute } : null,
    ahead: countAhead(book, token, context),
    wait,
    now: context.now,
    reason: await lastReason(environment, tokenId),
    warnings,
    otherwise: warnings.length > 0 ? await otherwiseFor(environment, doctor, context) : null,
    replaces: await replacedBy(environment, token),
    print: {
      ...slipPrint({ ...print, logo: drawn ? print.logo : null }, station ?? job?.station, job),
      practice: environment.practice ?? false,
      // Nobody would ever print it here, whatever the station of the reception PC is set to.
      ...(environment.headless ? { way: 'none' as const } : {}),
    },
  });
}

/** How a slip is to look: by the settings of the station that it prints at. */
export function slipPrint(
  print: PrintSettings,
  station: StationName = 'desk',
  { copy, kind }: Pick<PrintJob, 'copy' | 'kind'> = { copy: 0, kind: 'token' },
): Omit<SlipPrint, 'practice'> {
  const { secondLanguage, maskName, clinicLine, feeLine, logo } = print;
  const { way, paper } = targetOf(print, station);
  return { way, paper, secondLanguage, maskName, clinicLine, feeLine, logo, copy, kind };
}

/** How many will be called before this token, if nobody else comes: the queue, then the list for a waiting one. */
export function countAhead(book: Book, token: Token, context: Context): number {
  const here = waitingHere(book, context);
  const place = here.indexOf(token.id);
  if (place >= 0) return place;
  if (token.status === 'active') return doctorQueue(book, context).length;
  return isListed(token) ? here.length : 0;
}

/** R21: number and day of the token that this one continues. */
async function replacedBy({ store }: Environment, { transferredFrom }: Token): Promise<Ticket['replaces']> {
  const last = transferredFrom && (await store.tokenHistory(transferredFrom)).at(-1)?.event.after;
  return last ? { number: last.number, serviceDay: last.serviceDay } : null;
}

async function lastReason({ store }: Environment, tokenId: TokenId): Promise<Reason> {
  const history = await store.tokenHistory(tokenId);
  return history.at(-1)?.event.reason ?? { code: 'no_seat', rule: 'R7' };
}
