import type { CallInput, CallName, CallOutput } from '../../../shared/contract';
import type { BookView } from '../../../shared/model/book-view';
import type { Token } from '../../../shared/model/token';
import type { Result } from '../../../shared/result';
import type { Telling, ToldBook } from '../../../shared/told';
import type { Bridge, WindowApi } from './bridge';

interface Kept {
  readonly number: number;
  readonly tokens: readonly Token[];
}

/** Whatever was asked last is kept; a book that is not any more is asked for whole. */
const MOST_BOOKS = 50;

/** The face of the app's own bridge: answers come as text, and a book as what changed of it since it came last. */
export function windowBridge(api: WindowApi): Bridge {
  const books = new Map<string, Kept>();

  async function book(input: CallInput<'books.view'>): Promise<Result<BookView>> {
    const key = JSON.stringify(input);
    const held = books.get(key);
    books.delete(key);
    const answer = JSON.parse(await api.ask('books.view', input, held?.number ?? null)) as ToldAnswer;
    if (!answer.ok) return answer;
    const { told, ok, value } = answer;
    const before = told.since === held?.number ? held.tokens : [];
    const tokens = value.tokens.map((token) => (typeof token === 'number' ? tokenAt(before, token) : token));
    books.set(key, { number: told.number, tokens });
    const [oldest] = books.keys();
    if (books.size > MOST_BOOKS && oldest !== undefined) books.delete(oldest);
    return { ok, value: { ...value, tokens } };
  }

  return {
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
      if (name === 'books.view') {
        return (await book(input as CallInput<'books.view'>)) as Result<CallOutput<N>>;
      }
      return JSON.parse(await api.ask(name, input, null)) as Result<CallOutput<N>>;
    },
    subscribe: (listener) => api.subscribe(listener),
  };
}

type ToldAnswer =
  | Extract<Result<never>, { ok: false }>
  | { readonly ok: true; readonly value: Omit<BookView, 'tokens'> & ToldBook<Token>; readonly told: Telling };

function tokenAt(before: readonly Token[], place: number): Token {
  const token = before[place];
  if (token === undefined) throw new Error('A book was told by one that is not held.');
  return token;
}
