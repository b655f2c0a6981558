import { useTranslation } from 'react-i18next';
import type { FoundToken } from '../../../../../shared/model/found-token';
import type { TokenId } from '../../../../../shared/model/ids';
import type { Token } from '../../../../../shared/model/token';
import { i18n } from '../../../i18n';
import { dayText } from '../../../i18n/format';
import { linkOf } from '../../../parts/transferLink';
import { useFound } from './useFound';

/** R21: which token goes on for this one, or which this one goes on for. */
export function LinkLine({ token }: { readonly token: Token }) {
  const other = linkOf(token);
  return other === null ? null : <Linked token={token} other={other} />;
}

function Linked({ token, other }: { readonly token: Token; readonly other: TokenId }) {
  useTranslation(['desk', 'common']);
  const found = useFound(other);
  if (found === undefined || found === null) return null;
  return (
    <p data-testid="desk-card-link" className="text-small font-bold">
      {linkText(token, found)}
    </p>
  );
}

function linkText(token: Token, { token: other, doctor }: FoundToken): string {
  const goesOn = token.status === 'cancelled' && token.transferredTo === other.id;
  const { number, serviceDay } = other;
  if (serviceDay !== token.serviceDay) {
    return i18n.t(goesOn ? 'desk:rules.link.toDay' : 'desk:rules.link.fromDay', {
      number,
      day: dayText(serviceDay),
    });
  }
  return i18n.t(goesOn ? 'desk:rules.link.to' : 'desk:rules.link.from', { number, doctor: doctor.name });
}
