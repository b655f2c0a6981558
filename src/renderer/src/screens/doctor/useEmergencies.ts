import { useEffect, useRef, useState } from 'react';
import type { TokenId } from '../../../../shared/model/ids';
import type { Token } from '../../../../shared/model/token';
import type { SortedBook } from './derive';
import { soundEmergency } from './tone';

interface Emergencies {
  /** Here, not called yet, and nobody in this window has said that they know. */
  readonly fresh: readonly Token[];
  /** Whether the latest was announced aloud. */
  readonly sounded: boolean;
  acknowledge(): void;
}

/** Announces each emergency once, the moment it stands in the queue; those there when the window opened, silently. */
export function useEmergencies({ queue }: SortedBook, serviceDay: string): Emergencies {
  const heard = useRef<{ day: string; ids: Set<TokenId> } | null>(null);
  const [known, setKnown] = useState<ReadonlySet<TokenId>>(new Set());
  const [sounded, setSounded] = useState(false);
  const here = queue.map(({ token }) => token).filter(({ source }) => source === 'emergency');
  const key = here.map(({ id }) => id).join(' ');

  useEffect(() => {
    const ids = key === '' ? [] : (key.split(' ') as TokenId[]);
    const isFirst = heard.current?.day !== serviceDay;
    const before = isFirst ? new Set<TokenId>() : (heard.current?.ids ?? new Set<TokenId>());
    const news = ids.filter((id) => !before.has(id));
    heard.current = { day: serviceDay, ids: new Set([...before, ...ids]) };
    if (!isFirst && news.length > 0) void soundEmergency().then(setSounded);
  }, [key, serviceDay]);

  return {
    fresh: here.filter(({ id }) => !known.has(id)),
    sounded,
    acknowledge: () => setKnown(new Set([...known, ...here.map(({ id }) => id)])),
  };
}
