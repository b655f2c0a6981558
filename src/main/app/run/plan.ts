import type { CallName, CallOutput, CheckedInput } from '../../../shared/contract';
import type { Seen } from '../../../shared/contract/call';
import type { ChangedToken } from '../../../shared/contract/tokens';
import type { Book, BookKey } from '../../../shared/model/book';
import type { DoctorId, PrintJobId, TokenId } from '../../../shared/model/ids';
import type { LeftOver } from '../../../shared/model/left-over';
import type { Need } from '../../../shared/model/need';
import type { ServiceDay } from '../../../shared/model/time';
import type { Token } from '../../../shared/model/token';
import type { WaitRange } from '../../../shared/model/wait';
import { refused } from '../../../shared/refusals';
import { type AppError, fail, ok, type Result } from '../../../shared/result';
import type { Context, Decision } from '../../engine';
import type { Change, Reading, WantedPatients } from '../../store/store';
import type { Call } from '../call';
import type { SlipWish } from './new-job';
import { checkSeen } from './seen';

/**
 * One command of the contract: from its input to what is decided, in one transaction. It is run and previewed from the
 * same plan. Errors: what can be told before any book is read.
 */
export type Command<N extends CallName> = (
  call: Call,
  input: CheckedInput<N>,
) => Promise<Result<Plan<CallOutput<N>>>>;

/** Some commands of the contract. */
export type Commands = { readonly [N in CallName]?: Command<N> };

/** What a command reads, and how it decides. */
export interface Plan<A> {
  readonly books: readonly BookKey[];
  /** Tokens of other books whose past it reads. */
  readonly tokens?: readonly TokenId[];
  /** It reads who works here, and who has patients. */
  readonly everyDoctor?: boolean;
  /** It reads how the rules came to be, and what they are to be. */
  readonly settingsVersions?: boolean;
  /** It reads all persons and roles. */
  readonly everyPerson?: boolean;
  /** Whom it reads in the register, besides the patients of its books. */
  readonly patients?: WantedPatients;
  /** Slips that it reads by their own ids. */
  readonly printJobs?: readonly PrintJobId[];
  /** A day whose payments and counts it reads. */
  readonly paymentDay?: ServiceDay;
  /** Pure, and maybe run twice: see `Store.transact`. */
  readonly decide: (books: readonly Book[], at: Deciding) => Result<Decided<A>>;
  /** Adds what only makes sense now, and is not kept with the request id. */
  readonly complete?: (answer: A) => Promise<A>;
  /** The same for a refusal. */
  readonly explain?: (error: AppError) => Promise<AppError>;
}

/** What the decision may read besides the books, as it stands in the transaction. */
export interface Deciding {
  readonly reading: Reading;
  /** With who is at which doctor's door on that day (R27). */
  contextOn(day: ServiceDay): Context;
}

export interface Decided<A> {
  /** In the order of the books; several on one book follow each other. */
  readonly decisions: readonly Decision[];
  /** Whom it is about. */
  readonly about: Pick<Decision, 'token' | 'warnings'>;
  /** R26: what the register says of the patient of a new token. */
  readonly need?: Need | null | undefined;
  /** R28: whom a reopening does not bring back. */
  readonly leftOver?: readonly LeftOver[] | undefined;
  /** When the new token is said to be called. */
  readonly quoted?: Pick<WaitRange, 'from' | 'to'> | null | undefined;
  /** Print one for that token. */
  readonly slip?: SlipWish | undefined;
  readonly also?: Pick<
    Change<A>,
    | 'doctors'
    | 'plan'
    | 'photos'
    | 'settings'
    | 'settingsVersions'
    | 'printJobs'
    | 'callList'
    | 'makers'
    | 'patients'
    | 'payments'
    | 'drawerCounts'
    | 'persons'
    | 'personRoles'
    | 'personRolesGone'
    | 'erased'
  >;
  /** What the command answers: kept with its request id, and given again (R17). */
  readonly answer: A;
  /** The same from the token as it is stored: it follows the register where it is opened again. */
  readonly answerWith?: ((token: Token) => A) | undefined;
}

/** Any command of the engine on one book. `input`: as checked against the contract. */
type OnOneBook<I> = (book: Book, input: I, context: Context, reading: Reading) => Result<Decision>;

interface ByToken {
  readonly tokenId: TokenId;
  readonly seen?: Seen | undefined;
}

/** A command about one token, wherever its book is. Errors: NOT_FOUND. */
export function onToken<I extends ByToken>(
  command: OnOneBook<I>,
): (call: Call, input: I) => Promise<Result<Plan<ChangedToken>>> {
  return async ({ environment: { store } }, input) => {
    const key = await store.bookOfToken(input.tokenId);
    if (!key) return noToken(input.tokenId);
    return ok({
      books: [key],
      decide: ([book], { contextOn, reading }) => {
        if (!book) return noToken(input.tokenId);
        const stands = checkSeen(input.seen, input.tokenId, book);
        return stands.ok ? changed(command(book, input, contextOn(book.serviceDay), reading)) : stands;
      },
    });
  };
}

interface ByBook {
  readonly doctorId: DoctorId;
  /** Default: today. */
  readonly serviceDay?: ServiceDay | undefined;
}

/** A command about a book as a whole, or its slots. */
export function onBook<I extends object>(
  command: OnOneBook<I>,
): (call: Call, input: I & ByBook) => Promise<Result<Plan<Record<string, never>>>> {
  return async (call, input) =>
    ok({
      books: [bookOf(call, input)],
      decide: ([book], { contextOn, reading }) => {
        if (!book) return noDoctor(input.doctorId);
        const decision = command(book, input, contextOn(book.serviceDay), reading);
        return decision.ok ? ok({ decisions: [decision.value], about: nobody, answer: {} }) : decision;
      },
    });
}

/** One that is about the token it names by itself, such as the next one. */
export function onQueue<I extends object>(
  command: OnOneBook<I>,
): (call: Call, input: I & ByBook) => Promise<Result<Plan<ChangedToken>>> {
  return async (call, input) =>
    ok({
      books: [bookOf(call, input)],
      decide: ([book], { contextOn, reading }) =>
        book ? changed(command(book, input, contextOn(book.serviceDay), reading)) : noDoctor(input.doctorId),
    });
}

/** Answers the token as it is then. */
export function changed(decision: Result<Decision>): Result<Decided<ChangedToken>> {
  if (!decision.ok) return decision;
  const { token, warnings } = decision.value;
  if (!token) return fail('NOT_FOUND', 'There is no such token.');
  const answerWith = (stored: Token): ChangedToken => ({ ...stored, warnings: [...warnings] });
  return ok({
    decisions: [decision.value],
    about: decision.value,
    answer: answerWith(token),
    answerWith,
  });
}

/** For a command that is about no token. */
export const nobody = { token: null, warnings: [] } as const;

export function bookOf({ today }: Call, { doctorId, serviceDay = today }: ByBook): BookKey {
  return { doctorId, serviceDay };
}

export function noToken(tokenId: TokenId): Result<never> {
  return fail('NOT_FOUND', 'There is no such token.', { tokenId });
}

export function noDoctor(doctorId: DoctorId): Result<never> {
  return refused('NOT_FOUND', 'doctor_gone', { doctorId });
}
