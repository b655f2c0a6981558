import type { BookView } from '../../../../shared/model/book-view';
import type { CardNumber } from '../../../../shared/model/card-holder';
import type { TokenId } from '../../../../shared/model/ids';
import type { Token } from '../../../../shared/model/token';
import { call } from '../../api/client';
import { i18n } from '../../i18n';
import { dayText, isolated } from '../../i18n/format';
import { useScans } from '../../keys/keys';
import { numbersOfCode } from '../../parts/cardNumbers';
import { sayCode } from '../../parts/sayCode';
import { sayError, sayInfo } from '../../ui/toasts';

/**
 * A slip under the doctor's scanner, or a patient's card: its row is marked; who has no row, or is another doctor's, is said.
 * @param onMark answers whether a row can be marked just now
 */
export function useScanned(
  view: BookView,
  rows: readonly Token[],
  onMark: (tokenId: TokenId) => boolean,
): void {
  useScans(({ code }) => {
    if (sayCode(code)) return;
    if (code.kind === 'token') return tell(code.tokenId);
    const numbers = numbersOfCode(code);
    if (numbers.length > 0) void tellOfCard(numbers);
  });

  function tell(tokenId: TokenId): void {
    const own = view.tokens.find(({ id }) => id === tokenId);
    if (own === undefined) void sayWhose(tokenId, view.serviceDay);
    else if (!rows.includes(own as (typeof rows)[number]) || !onMark(tokenId)) sayInfo(standing(own));
  }

  /** The token here before one with another doctor; who has none of today that is open may have come for one. */
  async function tellOfCard(numbers: CardNumber[]): Promise<void> {
    const answer = await call('tokens.ofCard', { numbers });
    if (!answer.ok) return sayError(answer.error);
    const { tokenIds } = answer.value;
    const own = tokenIds.find((id) => view.tokens.some((token) => token.id === id));
    const [first = null] = own === undefined ? tokenIds : [own];
    if (first === null) sayInfo(i18n.t('doctor:scanned.none'));
    else tell(first);
  }
}

async function sayWhose(tokenId: TokenId, today: string): Promise<void> {
  const answer = await call('tokens.whose', { tokenId });
  if (!answer.ok) return sayError(answer.error);
  const { number, serviceDay, doctorName, room } = answer.value;
  const place = room === '' ? i18n.t('common:noRoom') : i18n.t('common:room', { room: isolated(room) });
  const words = { number, doctor: isolated(doctorName), place, day: dayText(serviceDay) };
  sayInfo(i18n.t(serviceDay === today ? 'doctor:scanned.other' : 'doctor:scanned.otherDay', words));
}

/** `A-003 Asha Verma: seen`. */
function standing(token: Token): string {
  const { number, patientName } = token;
  const how =
    token.status === 'active'
      ? i18n.t(`common:stage.${token.stage}`)
      : token.status === 'waiting' || token.status === 'displaced'
        ? i18n.t('doctor:waiting')
        : i18n.t(`doctor:scanned.${token.status}`);
  return i18n.t('doctor:scanned.own', { number, name: isolated(patientName), how });
}
