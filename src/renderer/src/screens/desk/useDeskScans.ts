import { useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Card } from '../../../../shared/codes/card';
import type { CardHolder } from '../../../../shared/model/card-holder';
import { call } from '../../api/client';
import { i18n } from '../../i18n';
import { useScans } from '../../keys/keys';
import { numbersOfCode } from '../../parts/cardNumbers';
import { sayCode } from '../../parts/sayCode';
import { fillFromCard, fillKnown, makeWayFor } from '../../stores/deskDraft';
import { show } from '../../stores/deskView';
import { sayError, sayInfo } from '../../ui/toasts';
import { focusName, startIssuing } from './useDeskKeys';

/**
 * What the desk does with a scan, whatever lay over the columns. A slip: everything about its token. A card: whoever stands there with it
 * wants a token, so the next one is its bearer's; who has one of today that is open is shown that.
 */
export function useDeskScans(): void {
  /** The last scan: an answer about one before is nobody's any more. */
  const latest = useRef(0);
  useScans(({ code }) => {
    latest.current += 1;
    if (sayCode(code)) return;
    if (code.kind === 'token') return show({ kind: 'token', tokenId: code.tokenId, action: null });
    const numbers = numbersOfCode(code);
    if (numbers.length === 0) return;
    const scan = latest.current;
    const card = code.kind === 'card' ? code.card : null;
    void call('patients.ofCard', { numbers }).then((answer) => {
      if (latest.current !== scan) return;
      if (!answer.ok) return sayError(answer.error);
      take(answer.value, card, numbers[0]?.value ?? '');
    });
  });
}

function take(holder: CardHolder, card: Card | null, number: string): void {
  if (holder.kind === 'known' && holder.openTokenId !== null) {
    show({ kind: 'token', tokenId: holder.openTokenId, action: null });
  } else if (holder.kind === 'known') {
    startIssuing();
    flushSync(() => {
      makeWayFor({ name: holder.patientName, phone: holder.patientContact });
      fillKnown(holder);
    });
    focusName();
  } else if (holder.kind === 'unknown' && card !== null) {
    startIssuing();
    flushSync(() => fillFromCard(card));
    focusName();
  } else sayInfo(i18n.t(`patient:scan.${holder.kind}`, { number }));
}
