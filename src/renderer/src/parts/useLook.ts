import { useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput } from '../../../shared/contract';
import type { AppError, Result } from '../../../shared/result';
import { call } from '../api/client';

/** Pauses between keys are shorter than this while somebody types. */
const DEBOUNCE_MS = 120;

/** The queries that say what a command, or a file, would do. */
type LookName = 'commands.preview' | 'plans.preview' | 'doctors.previewCsv' | 'closures.readFile';

/** What would happen, as far as it is known. */
export type LookState<T> =
  | { readonly kind: 'none' }
  /** Asked; `last` is the answer to what stood there before. */
  | { readonly kind: 'asking'; readonly last: T | null }
  | { readonly kind: 'known'; readonly preview: T }
  | { readonly kind: 'refused'; readonly error: AppError };

/**
 * Asks the main process what a command would do, shortly after the last change; answers to an earlier question
 * are ignored.
 * @param revision of what it is about: when it moves on, the question is asked again
 * @param delayMs 0 where nothing is typed
 */
export function useLook<N extends LookName>(
  name: N,
  input: CallInput<N> | null,
  revision: number | string,
  delayMs = DEBOUNCE_MS,
): LookState<CallOutput<N>> {
  const question = input === null ? null : `${revision} ${JSON.stringify(input)}`;
  const latest = useRef(input);
  const [answered, setAnswered] = useState<{ question: string; answer: Result<CallOutput<N>> } | null>(null);

  useEffect(() => {
    latest.current = input;
  });

  useEffect(() => {
    const asked = latest.current;
    if (question === null || asked === null) return;
    let current = true;
    const timer = setTimeout(() => {
      void call(name, asked).then((answer) => {
        if (current) setAnswered({ question, answer });
      });
    }, delayMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [name, question, delayMs]);

  if (question === null) return { kind: 'none' };
  const answer = answered?.answer;
  if (answered?.question !== question) {
    return { kind: 'asking', last: answer?.ok === true ? answer.value : null };
  }
  return answered.answer.ok
    ? { kind: 'known', preview: answered.answer.value }
    : { kind: 'refused', error: answered.answer.error };
}
