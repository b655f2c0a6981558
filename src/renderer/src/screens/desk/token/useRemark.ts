import { useEffect, useState } from 'react';
import type { Token } from '../../../../../shared/model/token';
import { call } from '../../../api/client';
import { useBook } from '../../../data/books';
import { useTimeZone } from '../../../data/status';
import { reasonSentence } from '../../../parts/reason';
import { boardOf } from '../boards/derive';
import { remarkText } from '../remarks';

/** What the rules say of a token now, else why it lost its seat or is gone (R20); null: nothing to say. */
export function useRemark(token: Token): string | null {
  const timeZone = useTimeZone();
  const view = useBook(token.doctorId, token.serviceDay).value;
  const [why, setWhy] = useState<{ of: string; text: string | null } | null>(null);
  const { id: tokenId, updatedAt } = token;
  const of = `${tokenId} ${updatedAt}`;
  const asks = token.status === 'displaced' || token.status === 'no_show';

  useEffect(() => {
    if (!asks) return;
    let current = true;
    void call('tokens.history', { tokenId }).then((answer) => {
      const last = answer.ok ? answer.value.at(-1) : undefined;
      if (current) setWhy({ of, text: last === undefined ? null : reasonSentence(last, timeZone) });
    });
    return () => {
      current = false;
    };
  }, [asks, tokenId, of, timeZone]);

  const remark = view === undefined ? null : remarkText(token, boardOf(view));
  return remark ?? (asks && why?.of === of ? why.text : null);
}
