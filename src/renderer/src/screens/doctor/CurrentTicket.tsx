import type { ActiveToken } from '../../../../shared/model/token';
import type { SlotView } from '../../../../shared/model/view';
import { t } from '../../i18n';
import { durationText, slotText, timeText } from '../../i18n/format';
import { useNow } from '../../stores/useNow';
import { SourceBadge } from '../../ui/Badges';
import { Icon } from '../../ui/Icon';
import { Ticket } from '../../ui/Ticket';
import { TokenNumber } from '../../ui/TokenNumber';

interface Props {
  readonly token: ActiveToken;
  readonly slot: SlotView | undefined;
  readonly timeZone: string;
}

/** The patient now: marigold while on the way, green while in the room. */
export function CurrentTicket({ token, slot, timeZone }: Props) {
  const inRoom = token.stage === 'in_consultation';
  const since = (inRoom ? token.startedAt : token.lastCalledAt) ?? token.updatedAt;
  return (
    <Ticket tone={inRoom ? 'seated' : 'called'} stub={<TokenNumber size="panel">{token.number}</TokenNumber>}>
      <p className="flex items-center gap-2 font-bold">
        <Icon name={inRoom ? 'door' : 'bell'} />
        {inRoom ? t.doctor.inConsultation : t.doctor.calledFor}
        <Timer since={since} />
      </p>
      <p dir="auto" className="mt-1 line-clamp-2 text-title font-bold wrap-anywhere">
        {token.patientName}
      </p>
      <p className="figures mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-small font-medium">
        <SourceBadge source={token.source} />
        <span>{t.doctor.since(timeText(since, timeZone))}</span>
        {slot !== undefined && <span>{token.extra ? t.doctor.extra : slotText(slot)}</span>}
        {!inRoom && token.recalls > 0 && <span>{t.doctor.recalled(token.recalls)}</span>}
      </p>
      {token.note !== '' && (
        <p dir="auto" className="mt-2 line-clamp-2 text-small">
          {token.note}
        </p>
      )}
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
  return (
    <div className="flex min-h-36 items-center gap-5 rounded-ticket border-2 border-dashed border-line-strong px-7 py-6">
      <Icon name={waiting ? 'door' : 'users'} className="size-12 text-ink-faint" />
      <div>
        <p className="text-title font-bold">{waiting ? t.doctor.nobody : t.doctor.nobodyWaiting}</p>
        <p className="text-ink-soft">{waiting ? t.doctor.nobodyText : t.doctor.nobodyWaitingText}</p>
      </div>
    </div>
  );
}
