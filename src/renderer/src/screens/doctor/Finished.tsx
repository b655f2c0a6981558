import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { i18n } from '../../i18n';
import { momentText } from '../../i18n/format';
import { clinicNow } from '../../stores/clock';
import { Icon } from '../../ui/Icon';
import { type Board, endedAt, type FinishedToken } from './derive';
import { type RowTools, TokenRow } from './TokenRow';

interface Props {
  readonly board: Board;
  readonly tools: RowTools;
  readonly timeZone: string;
}

/** What is behind us today, folded away. */
export function Finished({ board, tools, timeZone }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const count = (what: ReturnType<typeof kindOf>): number =>
    board.finished.filter((token) => kindOf(token) === what).length;
  const notSeen = count('not_seen');
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
            <span>{t('cancelled', { count: count('cancelled') })}</span>
          </span>
          <Icon name="chevron" className="ms-auto transition-transform group-data-expanded:rotate-180" />
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul className="scroll-quiet max-h-[min(20rem,22vh)] border-t border-line">
          {board.finished.length === 0 && <li className="px-4 py-3 text-ink-soft">{t('finishedEmpty')}</li>}
          {board.finished.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              line={line(token, timeZone)}
              tools={tools}
              can={token.status === 'no_show' ? ['reinstate'] : []}
            />
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

/** Whom the end of the day met unseen did not cancel. */
function kindOf(token: FinishedToken): FinishedToken['status'] | 'not_seen' {
  return token.status === 'cancelled' && token.cancelReason === 'not_seen' ? 'not_seen' : token.status;
}

function line(token: FinishedToken, timeZone: string): string {
  const time = momentText(endedAt(token), timeZone, clinicNow());
  if (token.status === 'served') return i18n.t('doctor:servedAt', { time });
  return token.status === 'no_show'
    ? i18n.t('doctor:noShowAt', { time })
    : i18n.t('doctor:cancelledAt', { reason: i18n.t(`doctor:cancelReason.${token.cancelReason}`), time });
}
