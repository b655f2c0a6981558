import { useTranslation } from 'react-i18next';
import type { SlotView } from '../../../../shared/model/slot';
import { MINUTE } from '../../../../shared/model/time';
import type { ActiveToken } from '../../../../shared/model/token';
import { clinicNow } from '../../data/clock';
import { useNow } from '../../data/useNow';
import { durationText, momentText, slotText } from '../../i18n/format';
import { AlsoWithLine } from '../../parts/AlsoWithLine';
import { ClaimMark } from '../../parts/follow-up/ClaimMark';
import { NeedMark } from '../../parts/need/NeedMark';
import { SourceBadge } from '../../ui/Badges';
import { cx } from '../../ui/cx';
import { Icon } from '../../ui/Icon';
import { Ticket } from '../../ui/Ticket';
import { TokenNumber } from '../../ui/TokenNumber';

interface Props {
  readonly token: ActiveToken;
  readonly slot: SlotView | undefined;
  /** The doctor's usual consultation. */
  readonly usualMinutes: number;
  readonly timeZone: string;
  readonly upright: boolean;
}

/** Letters above which a name is set smaller, so that two lines of it fit a low screen. */
const LONG_NAME = 26;

/** The patient now: marigold while on the way, green while in the room. */
export function CurrentTicket({ token, slot, usualMinutes, timeZone, upright }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const inRoom = token.stage === 'in_consultation';
  const since = (inRoom ? token.startedAt : token.lastCalledAt) ?? token.updatedAt;
  const state = (
    <p className="flex w-full flex-wrap items-center gap-x-2 text-lead font-bold">
      <Icon name={inRoom ? 'door' : 'bell'} />
      {inRoom ? t('inConsultation') : t('calledFor')}
      <Timer since={since} usualMinutes={inRoom ? usualMinutes : null} />
    </p>
  );
  const number = (
    <TokenNumber
      size={upright ? 'column' : 'panel'}
      // Three columns leave a lying ticket less width than two.
      className={upright ? '' : 'min-[1300px]:text-[3.6rem]!'}
    >
      {token.number}
    </TokenNumber>
  );
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
        <NeedMark token={token} size="medium" />
        <ClaimMark token={token} size="medium" />
        <span>{t('since', { time: momentText(since, timeZone, clinicNow()) })}</span>
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
      <AlsoWithLine token={token} />
    </Ticket>
  );
}

interface TimerProps {
  readonly since: number;
  /** null: nothing to measure it by. */
  readonly usualMinutes: number | null;
}

/** How long it has been going on, beside what is usual; past half as much again it says so by its colour too. */
function Timer({ since, usualMinutes }: TimerProps) {
  const { t } = useTranslation(['doctor', 'common']);
  const now = useNow();
  const usualMs = (usualMinutes ?? 0) * MINUTE;
  const share = usualMs > 0 ? Math.min(1, (now - since) / usualMs) : 0;
  const long = usualMs > 0 && now - since > 1.5 * usualMs;
  return (
    <span className="ms-auto flex flex-col items-end gap-0.5">
      <span
        role="timer"
        aria-live="off"
        className={cx(
          'figures rounded-small px-2 text-lead',
          long ? 'bg-signal text-on-signal' : 'bg-[rgb(0_0_0/0.16)]',
        )}
      >
        {durationText(now - since)}
      </span>
      {usualMinutes !== null && (
        <span className="figures flex items-center gap-1.5 text-caption font-medium whitespace-nowrap">
          <span aria-hidden="true" className="h-1.5 w-14 overflow-hidden rounded-pill bg-[rgb(0_0_0/0.3)]">
            <span className="block h-full bg-current" style={{ inlineSize: `${100 * share}%` }} />
          </span>
          {t('usually', { minutes: Math.round(usualMinutes) })}
        </span>
      )}
    </span>
  );
}
