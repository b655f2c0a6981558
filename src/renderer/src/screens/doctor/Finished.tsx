import { memo } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TokenId } from '../../../../shared/model/ids';
import { isUnseen } from '../../../../shared/model/token';
import { clinicNow } from '../../data/clock';
import { i18n } from '../../i18n';
import { momentText } from '../../i18n/format';
import { Icon } from '../../ui/Icon';
import { useDrawn } from '../../ui/useDrawn';
import { endedAt, type FinishedToken } from './derive';
import { type RowAction, type RowTools, TokenRow } from './TokenRow';

interface Props {
  /** The latest first. */
  readonly tokens: readonly FinishedToken[];
  readonly tools: RowTools;
  readonly marked: TokenId | null;
  readonly timeZone: string;
  readonly isClosed: boolean;
}

const toReinstate: readonly RowAction[] = ['reinstate'];
const nothing: readonly RowAction[] = [];

/** What is behind us today, folded away. */
export const Finished = memo(function Finished({ tokens, tools, marked, timeZone, isClosed }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const kinds = tokens.map(kindOf);
  const count = (what: Kind): number => kinds.filter((kind) => kind === what).length;
  const { ref, isDrawn } = useDrawn<HTMLUListElement>(tokens, 0);
  const notSeen = count('not_seen');
  const elsewhere = count('elsewhere');
  return (
    <Disclosure className="group rounded-card border border-line bg-surface">
      <Heading level={2}>
        <Button
          slot="trigger"
          preventFocusOnPress
          data-testid="doctor-finished"
          className="flex w-full cursor-pointer flex-wrap items-center gap-x-4 gap-y-1 rounded-card px-4 py-2.5 text-start"
        >
          <span className="font-bold">{t('finished')}</span>
          <span className="figures flex flex-wrap gap-x-4 text-small text-ink-soft">
            <span>{t('served', { count: count('served') })}</span>
            <span>{t('noShows', { count: count('no_show') })}</span>
            {notSeen > 0 && <span>{t('notSeen', { count: notSeen })}</span>}
            {elsewhere > 0 && <span>{t('goneOn', { count: elsewhere })}</span>}
            <span>{t('cancelled', { count: count('cancelled') })}</span>
          </span>
          <Icon name="chevron" className="ms-auto transition-transform group-data-expanded:rotate-180" />
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul ref={ref} className="scroll-quiet max-h-[min(20rem,22vh)] border-t border-line">
          {tokens.length === 0 && <li className="px-4 py-3 text-ink-soft">{t('finishedEmpty')}</li>}
          {tokens.map((token, index) => (
            <TokenRow
              key={token.id}
              token={token}
              isDrawn={isDrawn(index)}
              line={isDrawn(index) ? line(token, timeZone) : ''}
              tools={tools}
              isMarked={token.id === marked}
              can={token.status === 'no_show' && !isClosed ? toReinstate : nothing}
            />
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
});

type Kind = FinishedToken['status'] | 'not_seen' | 'elsewhere';

/** Whom the end of the day met unseen did not cancel, nor did who goes on with another number. */
function kindOf(token: FinishedToken): Kind {
  if (token.status !== 'cancelled') return token.status;
  if (isUnseen(token.cancelReason)) return 'not_seen';
  switch (token.cancelReason) {
    case 'transferred':
    case 'transfer_undone':
      return 'elsewhere';
    default:
      return 'cancelled';
  }
}

function line(token: FinishedToken, timeZone: string): string {
  const time = momentText(endedAt(token), timeZone, clinicNow());
  if (token.status === 'served') return i18n.t('doctor:servedAt', { time });
  return token.status === 'no_show'
    ? i18n.t('doctor:noShowAt', { time })
    : i18n.t('doctor:cancelledAt', { reason: i18n.t(`doctor:cancelReason.${token.cancelReason}`), time });
}
