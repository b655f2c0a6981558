import { useEffect, useRef, useState } from 'react';
import type { PreviewInput } from '../../../shared/contract/preview';
import type { Preview } from '../../../shared/model/preview';
import type { AppError, Result } from '../../../shared/result';
import { call } from '../api/client';

/** Pauses between keys are shorter than this while somebody types. */
const DEBOUNCE_MS = 120;

/** What would happen, as far as it is known. */
export type PreviewState =
  | { readonly kind: 'none' }
  /** Asked; `last` is the answer to what stood there before. */
  | { readonly kind: 'asking'; readonly last: Preview | null }
  | { readonly kind: 'known'; readonly preview: Preview }
  | { readonly kind: 'refused'; readonly error: AppError };

/**
 * Asks the main process what a command would do, shortly after the last change; answers to an earlier question
 * are ignored.
 * @param revision of the book: when it moves on, the question is asked again
 * @param delayMs 0 where nothing is typed
 */
export function usePreview(
  input: PreviewInput | null,
  revision: number,
  delayMs = DEBOUNCE_MS,
): PreviewState {
  const question = input === null ? null : `${revision} ${JSON.stringify(input)}`;
  const latest = useRef(input);
  const [answered, setAnswered] = useState<{ question: string; answer: Result<Preview> } | null>(null);

  useEffect(() => {
    latest.current = input;
  });

  useEffect(() => {
    const asked = latest.current;
    if (question === null || asked === null) return;
    let current = true;
    const timer = setTimeout(() => {
      void call('commands.preview', asked).then((answer) => {
        if (current) setAnswered({ question, answer });
      });
    }, delayMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [question, delayMs]);

  if (question === null) return { kind: 'none' };
  const answer = answered?.answer;
  if (answered?.question !== question) {
    return { kind: 'asking', last: answer?.ok === true ? answer.value : null };
  }
  return answered.answer.ok
    ? { kind: 'known', preview: answered.answer.value }
    : { kind: 'refused', error: answered.answer.error };
}
