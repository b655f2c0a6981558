import { useMemo } from 'react';
import type { TokenId } from '../../../shared/model/ids';
import type { ServiceDay } from '../../../shared/model/time';
import { moneyText } from '../i18n/money';
import { mayNow } from '../stores/allowed';
import { useCall } from './query';
import { useStatus } from './status';

/** What the clinic is paid in; null: it uses no fees, and nothing of them is shown. */
export function useFees(): { readonly currency: string } | null {
  return useStatus()?.fees ?? null;
}

/** What is still to be paid on a day, by token, in words. */
export function useUnpaid(serviceDay: ServiceDay | undefined): ReadonlyMap<TokenId, string> {
  const fees = useFees();
  const isAsked = fees !== null && serviceDay !== undefined && mayNow('payments.unpaid');
  const { value } = useCall('payments.unpaid', isAsked ? { serviceDay } : null);
  return useMemo(
    () =>
      new Map(
        value?.map(({ tokenId, due }) => [tokenId, fees === null ? '' : moneyText(due, fees.currency)]),
      ),
    [value, fees],
  );
}
