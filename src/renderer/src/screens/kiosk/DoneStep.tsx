import { useEffect, useState } from 'react';
import type { PrintJob, Ticket as TicketData } from '../../../../shared/model/view';
import { t } from '../../i18n';
import { slotText } from '../../i18n/format';
import { usePrintJob } from '../../stores/printJobs';
import { Button } from '../../ui/Button';
import { Icon, type IconName } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Ticket } from '../../ui/Ticket';
import { TokenNumber } from '../../ui/TokenNumber';

interface Props {
  readonly ticket: TicketData;
  readonly onDone: () => void;
}

const SHOWN_SECONDS = 12;
/** Without paper the number must be written down. */
const SHOWN_WITHOUT_SLIP_SECONDS = 25;
/** The second tap of a double tap on “Get my token” lands where “Finish” is. */
const GUARD_MS = 700;

/** The number, very large, and where to go with it. */
export function DoneStep({ ticket, onDone }: Props) {
  const { token, doctor, slot, ahead } = ticket;
  const job = usePrintJob(token.id);
  const slip = slipState(job);
  const seconds = useCountdown(slip.tone === 'warn' ? SHOWN_WITHOUT_SLIP_SECONDS : SHOWN_SECONDS, onDone);
  const guarded = useGuard();

  return (
    <div className="mx-auto flex w-full max-w-[60rem] grow flex-col justify-center gap-5 px-6 pb-6 portrait:gap-10 portrait:px-8">
      <Ticket
        tone="seated"
        upright
        className="animate-rise"
        stub={
          <>
            <h1 className="text-title font-semibold text-ticket-soft">{t.kiosk.yourNumber}</h1>
            <TokenNumber size="wall" testId="kiosk-number">
              {token.number}
            </TokenNumber>
          </>
        }
      >
        <div className="grid gap-x-6 gap-y-5 landscape:grid-cols-[1fr_1.35fr_0.8fr]">
          <Fact
            icon="door"
            name={t.kiosk.goTo}
            value={doctor.room === '' ? t.common.noRoom : t.common.room(doctor.room)}
            more={doctor.name}
          />
          {slot === null ? (
            <Fact icon="hourglass" name={t.kiosk.summaryTime} value={t.kiosk.onList} />
          ) : (
            <Fact icon="clock" name={t.kiosk.summaryTime} value={slotText(slot)} />
          )}
          <Fact icon="users" name={t.kiosk.beforeYou} value={t.kiosk.aheadOfYou(ahead)} />
        </div>
      </Ticket>
      <Notice
        tone={slip.tone}
        icon="printer"
        title={slip.text}
        testId="kiosk-slip-state"
        className="text-lead"
      />
      <div className="flex items-center justify-between gap-6">
        <p className="figures text-lead text-ink-soft">{t.kiosk.returning(seconds)}</p>
        <Button
          tone="quiet"
          size="touch"
          icon="check"
          isDisabled={guarded}
          onPress={onDone}
          className="min-w-56"
          data-testid="kiosk-done"
        >
          {t.kiosk.done}
        </Button>
      </div>
    </div>
  );
}

interface FactProps {
  readonly icon: IconName;
  readonly name: string;
  readonly value: string;
  readonly more?: string;
}

function Fact({ icon, name, value, more }: FactProps) {
  return (
    <div className="flex min-w-0 items-start gap-3">
      <Icon name={icon} className="mt-1 size-7 text-ticket-soft" />
      <p className="min-w-0">
        <span className="block text-ticket-soft">{name}</span>
        <span className="block text-title font-bold text-balance">{value}</span>
        {more !== undefined && (
          <span dir="auto" className="line-clamp-2 text-ticket-soft">
            {more}
          </span>
        )}
      </p>
    </div>
  );
}

function slipState(job: PrintJob | undefined): { tone: 'info' | 'success' | 'warn'; text: string } {
  const { slip } = t.kiosk;
  if (job === undefined || job.state === 'queued') return { tone: 'info', text: slip.queued };
  if (job.state === 'printing') return { tone: 'info', text: slip.printing };
  if (job.state === 'failed' || job.state === 'unknown') return { tone: 'warn', text: slip.failed };
  return job.printer === null ? { tone: 'info', text: slip.saved } : { tone: 'success', text: slip.printed };
}

/** Counts down and then calls `onEnd`; a longer `total` given later counts from the start. */
function useCountdown(total: number, onEnd: () => void): number {
  const [startedAt] = useState(() => Date.now());
  const [left, setLeft] = useState(total);
  useEffect(() => {
    const tick = (): void => {
      const seconds = Math.ceil(total - (Date.now() - startedAt) / 1_000);
      setLeft(Math.max(0, seconds));
      if (seconds <= 0) onEnd();
    };
    tick();
    const timer = setInterval(tick, 200);
    return () => clearInterval(timer);
  }, [total, startedAt, onEnd]);
  return left;
}

function useGuard(): boolean {
  const [guarded, setGuarded] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setGuarded(false), GUARD_MS);
    return () => clearTimeout(timer);
  }, []);
  return guarded;
}
