import type { Token } from '../../../../../shared/model/token';
import { useBook } from '../../../data/books';
import { useCall } from '../../../data/query';
import { useTimeZone } from '../../../data/status';
import { reasonSentence } from '../../../parts/reason';
import { columnOf } from '../columns/derive';
import { remarkText } from '../remarks';

/** What the rules say of a token now, else why it lost its seat or is gone (R20); null: nothing to say. */
export function useRemark(token: Token): string | null {
  const timeZone = useTimeZone();
  const view = useBook(token.doctorId, token.serviceDay).value;
  const asks = token.status === 'displaced' || token.status === 'no_show';
  const last = useCall('tokens.history', asks ? { tokenId: token.id } : null).value?.at(-1);
  const remark = view === undefined ? null : remarkText(token, columnOf(view));
  return remark ?? (asks && last !== undefined ? reasonSentence(last, timeZone) : null);
}
