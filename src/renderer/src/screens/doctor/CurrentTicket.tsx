import { useTranslation } from 'react-i18next';
import type { ActiveToken } from '../../../../shared/model/token';
import type { SlotView } from '../../../../shared/model/view';
import { durationText, slotText, timeText } from '../../i18n/format';
import { useNow } from '../../stores/useNow';
import { SourceBadge } from '../../ui/Badges';
import { cx } from '../../ui/cx';
import { Icon } from '../../ui/Icon';
import { Ticket } from '../../ui/Ticket';
import { TokenNumber } from '../../ui/TokenNumber';

interface Props {
  readonly token: ActiveToken;
  readonly slot: SlotView | undefined;
  readonly timeZone: string;
  readonly upright: boolean;
}

/** Letters above which a name is set smaller, so that two lines of it fit a low screen. */
const LONG_NAME = 26;

/** The patient now: marigold while on the way, green while in the room. */
export function CurrentTicket({ token, slot, timeZone, upright }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const inRoom = token.stage === 'in_consultation';
  const since = (inRoom ? token.startedAt : token.lastCalledAt) ?? token.updatedAt;
  const state = (
    <p className="flex w-full items-center gap-2 text-lead font-bold">
      <Icon name={inRoom ? 'door' : 'bell'} />
      {inRoom ? t('inConsultation') : t('calledFor')}
      <Timer since={since} />
    </p>
  );
  const number = <TokenNumber size={upright ? 'column' : 'panel'}>{token.number}</TokenNumber>;
  return (
    <Ticket
      tone={inRoom ? 'seated' : 'called'}
      upright={upright}
      className="min-w-0 grow"
      stub={
        upright ? (
          <>
            {state}
            <div className="my-auto">{number}</div>
          </>
        ) : (
          number
        )
      }
    >
      {!upright && state}
      <p
        dir="auto"
        className={cx(
          'line-clamp-2 font-bold wrap-anywhere',
          upright && token.patientName.length <= LONG_NAME ? 'text-headline/[1.35]' : 'text-title/[1.35]',
        )}
      >
        {token.patientName}
      </p>
      <p className="figures mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
        <SourceBadge source={token.source} />
        <span>{t('since', { time: timeText(since, timeZone) })}</span>
        {slot !== undefined && (
          <span>{token.extra ? t('extra') : t('slotOf', { slot: slotText(slot) })}</span>
        )}
        {!inRoom && token.recalls > 0 && <span>{t('recalled', { count: token.recalls })}</span>}
        {token.note !== '' && (
          <span dir="auto" className="line-clamp-2">
            {token.note}
          </span>
        )}
      </p>
    </Ticket>
  );
}

function Timer({ since }: { readonly since: number }) {
  const now = useNow();
  return (
    <span
      role="timer"
      aria-live="off"
      className="figures ms-auto rounded-small bg-[rgb(0_0_0/0.16)] px-2 text-lead"
    >
      {durationText(now - since)}
    </span>
  );
}

/** Nobody is called or in: an empty place, as large as a ticket, so that nothing jumps. */
export function NobodyTicket({ waiting }: { readonly waiting: boolean }) {
  const { t } = useTranslation(['doctor', 'common']);
  return (
    <div className="flex min-h-36 grow items-center gap-5 rounded-ticket border-2 border-dashed border-line-strong px-7 py-6">
      <Icon name={waiting ? 'door' : 'users'} className="size-12 text-ink-faint" />
      <div>
        <p className="text-title font-bold">{waiting ? t('nobody') : t('nobodyWaiting')}</p>
        <p className="text-ink-soft">{waiting ? t('nobodyText') : t('nobodyWaitingText')}</p>
      </div>
    </div>
  );
}
