import type { CallInput, CallName, CallOutput } from '../../../shared/contract';
import type { AppError, Result } from '../../../shared/result';
import { call } from '../api/client';
import { say, sayError } from '../ui/toasts';
import { askAgain, isLost } from './query';

/** Commands that main recognises when they come again (R17). */
export type Recorded = {
  // An input of nothing has every key, to the compiler.
  [N in CallName]: string extends keyof CallInput<N>
    ? never
    : 'requestId' extends keyof CallInput<N>
      ? N
      : never;
}[CallName];
/** Those that do no harm when they are done again, or have nothing to do with tokens. */
export type Bare = Exclude<CallName, Recorded>;
/** What a person asks for; the request id is added here. */
export type Wish<N extends Recorded> = Omit<CallInput<N>, 'requestId'>;

/** What follows from the answer to a command. */
export interface Ways<T> {
  /** What is said once it is done, in the language of that moment; without it, what is shown says enough. */
  readonly done?: ((value: T) => string) | undefined;
  /** Offers, beside what is said, to take it back. */
  readonly undo?: (() => void) | undefined;
  /** What this window takes note of once it is done: its own change, a dialog to close. */
  readonly after?: ((value: T) => void) | undefined;
  /** Says a refusal where it belongs. Answers whether it did; else it is a message like any other. */
  readonly refused?: ((error: AppError) => boolean) | undefined;
  /** Of an act that bears an id of its own, such as a draft. */
  readonly requestId?: string | undefined;
}

/** The ids of acts whose answer was lost, by what was asked: sent again, they are the same act, and done once. */
const lost = new Map<string, { readonly requestId: string; readonly at: number }>();
/** Whoever tries again does so at once; the same wish later is another. */
const SAME_ACT_MS = 60_000;

/** One command that main recognises when it comes again. Null: it was refused, and that was said. */
export async function send<N extends Recorded>(
  name: N,
  wish: Wish<N>,
  ways: Ways<CallOutput<N>> = {},
): Promise<CallOutput<N> | null> {
  const act = `${name} ${JSON.stringify(wish)}`;
  const requestId = ways.requestId ?? lostId(act) ?? crypto.randomUUID();
  const answer = await call(name, { ...wish, requestId } as unknown as CallInput<N>);
  if (!answer.ok && isLost(answer.error)) lost.set(act, { requestId, at: performance.now() });
  else lost.delete(act);
  return follow(answer, ways);
}

/** One command that may be done twice. Null: it was refused, and that was said. */
export async function sendBare<N extends Bare>(
  name: N,
  input: CallInput<N>,
  ways: Ways<CallOutput<N>> = {},
): Promise<CallOutput<N> | null> {
  return follow(await call(name, input), ways);
}

function lostId(act: string): string | undefined {
  const known = lost.get(act);
  lost.delete(act);
  return known !== undefined && performance.now() - known.at < SAME_ACT_MS ? known.requestId : undefined;
}

function follow<T>(answer: Result<T>, { done, undo, after, refused }: Ways<T>): T | null {
  if (!answer.ok) {
    // What is shown may be what it was refused for.
    askAgain('books.view');
    if (answer.error.details?.reason === 'nobody_on') askAgain('persons.who');
    if (refused?.(answer.error) !== true) sayError(answer.error);
    return null;
  }
  if (done !== undefined) say(done(answer.value), undo ?? null);
  after?.(answer.value);
  return answer.value;
}
