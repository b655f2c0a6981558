import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../../../shared/model/ticket';
import type { Token } from '../../../../../shared/model/token';
import { useFees } from '../../../data/fees';
import { useCall } from '../../../data/query';
import { useMay } from '../../../data/who';
import { show } from '../../../stores/deskView';
import { Icon } from '../../../ui/Icon';
import { Key } from '../../../ui/Key';
import { standingOfPayment } from './words';

/** What whoever got the last token has to pay, or has paid. */
export function DueLine({ ticket: { token } }: { readonly ticket: Pick<Ticket, 'token'> }) {
  useTranslation('payments');
  const value = useOfToken(token.id);
  if (value === undefined || (value.fee === 0 && value.payments.length === 0)) return null;
  return (
    <span data-testid="desk-issued-due" className="flex items-start gap-1.5 font-semibold">
      <Icon name="purse" className="mt-[0.15em] size-[1.1em]" />
      <span className="min-w-0 text-pretty">{standingOfPayment(value)}</span>
    </span>
  );
}

/** The way to take it. */
export function PayButton({ token }: { readonly token: Token }) {
  const { t } = useTranslation('payments');
  const may = useMay();
  const value = useOfToken(token.id);
  if (value === undefined || value.due === 0 || !may('payments.take')) return null;
  return (
    <button
      type="button"
      data-testid="desk-pay"
      onClick={() => show({ kind: 'token', tokenId: token.id, action: 'payment' })}
      className="flex cursor-pointer items-center justify-end gap-2 border-t border-current/20 px-4 py-1.5 text-small font-semibold"
    >
      {t('take')}
      <Key>Alt P</Key>
    </button>
  );
}

function useOfToken(tokenId: Token['id']) {
  const may = useMay();
  const isAsked = useFees() !== null && may('payments.ofToken');
  return useCall('payments.ofToken', isAsked ? { tokenId } : null).value;
}
