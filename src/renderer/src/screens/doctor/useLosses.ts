import { useEffect, useMemo, useRef, useState } from 'react';
import type { TokenId } from '../../../../shared/model/ids';
import type { ListedToken } from '../../../../shared/model/token';
import { call } from '../../api/client';
import { reasonSentence } from '../../parts/reason';

/** Why each who lost the seat did, by token. */
export type Losses = ReadonlyMap<TokenId, string>;

/**
 * R15, R20: a token says itself if an emergency took its seat (R6); of any other loss its history does. Asked once for
 * each change of a token.
 */
export function useLosses(listed: readonly ListedToken[], timeZone: string): Losses {
  const [known, setKnown] = useState<Losses>(new Map());
  const asked = useRef(new Set<string>());
  const wanted = listed.filter(({ status, lostSlotId }) => status === 'displaced' && lostSlotId === null);
  const key = wanted.map(({ id, updatedAt }) => `${id} ${updatedAt}`).join(',');
  const list = useMemo(() => (key === '' ? [] : key.split(',')), [key]);

  useEffect(() => {
    for (const one of list) {
      if (asked.current.has(one)) continue;
      asked.current.add(one);
      const tokenId = one.split(' ')[0] as TokenId;
      void call('tokens.history', { tokenId }).then((answer) => {
        const last = answer.ok ? answer.value.findLast(({ type }) => losing.has(type)) : undefined;
        if (last === undefined) asked.current.delete(one);
        else setKnown((before) => new Map([...before, [tokenId, phrase(reasonSentence(last, timeZone))]]));
      });
    }
  }, [list, timeZone]);
  return known;
}

/** Beside others, without its full stop. */
function phrase(sentence: string): string {
  return sentence.replace(/[.।]$/u, '');
}

/** By which a token comes on the list as one that lost its seat. */
const losing: ReadonlySet<string> = new Set(['tokenDisplaced', 'tokenUpgradeTakenBack']);
