import { useCallback, useState } from 'react';
import {
  activeReasons,
  type ListedReason,
  type ReasonKind,
  type Why,
} from '../../../../shared/model/reasons';
import { useCall } from '../../data/query';

export interface WhyState {
  readonly reasons: readonly ListedReason[];
  /** Null: none is chosen yet. */
  readonly code: string | null;
  readonly text: string;
  /** Words were typed here, beyond those that stood there already. */
  readonly hasBegun: boolean;
  /** It was to be done without a reason, where one has to be chosen. */
  readonly isMissing: boolean;
  choose(code: string): void;
  write(text: string): void;
  /** The words begin, or go on, with this letter. */
  begin(letter: string): void;
  /** As a command takes it. */
  readonly said: Why;
  /** Whether it may be done; if not, what is missing is said from then on. */
  check(): boolean;
}

/**
 * What the reasons of a kind are, and which one is meant if nobody chooses: the first, so that Enter is enough. Where
 * the clinic wants one chosen each time there is none, but for emergencies, which never wait.
 */
export function useReasons(kind: ReasonKind): {
  readonly reasons: readonly ListedReason[];
  readonly usual: string | null;
  readonly mustChoose: boolean;
} {
  const settings = useCall('reasons.list', {}).value;
  if (settings === undefined) return { reasons: [], usual: null, mustChoose: false };
  const reasons = activeReasons(settings, kind);
  const mustChoose = settings.mustChoose && kind !== 'emergency';
  return { reasons, mustChoose, usual: mustChoose ? null : (reasons[0]?.code ?? null) };
}

/** Has them at hand before a dialog asks: a key that names one may come at once. */
export function useReasonsAtHand(): void {
  useCall('reasons.list', {});
}

/** Why something is about to be done, while a dialog asks. `known`: words that stand there already. */
export function useWhy(kind: ReasonKind, known = ''): WhyState {
  const { reasons, usual, mustChoose } = useReasons(kind);
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState(known);
  const [isMissing, setMissing] = useState(false);
  const code = chosen ?? usual;
  const begin = useCallback((letter: string) => setText((words) => words + letter), []);
  return {
    reasons,
    code,
    text,
    hasBegun: text !== '' && text !== known,
    isMissing: isMissing && code === null,
    choose: setChosen,
    write: setText,
    begin,
    said: whyOf(code, text),
    check: () => {
      setMissing(mustChoose && code === null);
      return !mustChoose || code !== null;
    },
  };
}

/** As a command takes it: nothing of what was not said. */
export function whyOf(code: string | null, text: string): Why {
  return {
    ...(code === null ? {} : { reasonCode: code }),
    ...(text.trim() === '' ? {} : { reasonText: text }),
  };
}
