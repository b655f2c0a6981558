import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameFor } from '../../../../shared/model/doctor';
import type { PrintJob } from '../../../../shared/model/print-job';
import type { Ticket as TicketData } from '../../../../shared/model/ticket';
import { usePrintJob } from '../../data/slips';
import { currentLanguage } from '../../i18n';
import { alsoWithText } from '../../i18n/alsoWith';
import { isolated, slotText } from '../../i18n/format';
import { moneyText } from '../../i18n/money';
import { waitText } from '../../i18n/waits';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { Icon, type IconName } from '../../ui/Icon';
import { Ticket } from '../../ui/Ticket';
import { TokenNumber } from '../../ui/TokenNumber';
import { HoursAlert } from './HoursAlert';

interface Props {
  readonly ticket: TicketData;
  /** Checked in with a booking: the slip was printed then. */
  readonly booked: boolean;
  readonly onDone: () => void;
}

const SHOWN_SECONDS = 12;
/** Without paper the number must be written down. */
const SHOWN_WITHOUT_SLIP_SECONDS = 25;
/** The second tap of a double tap on “Get my token” lands where “Finish” is. */
const GUARD_MS = 700;

/** The number, very large, and where to go with it. */
export function DoneStep({ ticket, booked, onDone }: Props) {
  const { t } = useTranslation(['kiosk', 'common']);
  const { token, doctor, slot, ahead, wait, timeZone, otherwise, alsoWith, payment } = ticket;
  const isDue = payment !== null && payment.due > 0;
  const isCalm = otherwise === null && alsoWith.length === 0 && !isDue;
  const job = usePrintJob(token.id);
  const slip = slipState(job, ticket.print.way);
  const seconds = useCountdown(slip.tone === 'warn' ? SHOWN_WITHOUT_SLIP_SECONDS : SHOWN_SECONDS, onDone);
  const guarded = useGuard();

  return (
    <div
      className={cx(
        'mx-auto flex w-full max-w-[60rem] grow flex-col justify-center px-6 portrait:gap-10 portrait:px-8 portrait:pb-6',
        // On a low screen one notice more must not push the button out.
        isCalm ? 'gap-5 pb-6' : 'gap-2.5 pb-2',
      )}
    >
      <Ticket
        tone="seated"
        upright
        className="animate-rise"
        stub={
          <>
            <h1 className="text-title font-semibold text-ticket-soft">
              {booked ? t('done.checkedIn') : t('done.number')}
            </h1>
            <TokenNumber size="wall" testId="kiosk-number">
              {token.number}
            </TokenNumber>
          </>
        }
      >
        <div
          className={cx(
            'grid gap-x-6 landscape:grid-cols-2 portrait:gap-y-7',
            isCalm ? 'gap-y-5' : 'gap-y-2',
          )}
        >
          <Fact
            icon="door"
            name={t('done.goTo')}
            value={
              doctor.room === '' ? t('common:noRoom') : t('common:room', { room: isolated(doctor.room) })
            }
            more={nameFor(doctor, currentLanguage())}
          />
          {slot === null ? (
            <Fact icon="list" name={t('done.time')} value={t('done.onList')} />
          ) : (
            <Fact icon="clock" name={t('done.time')} value={slotText(slot)} />
          )}
          <Fact icon="users" name={t('done.before')} value={t('done.people', { count: ahead })} />
          {wait !== null && (
            <Fact
              icon="hourglass"
              name={t('done.wait')}
              value={waitText(wait, timeZone)}
              testId="kiosk-wait"
            />
          )}
        </div>
      </Ticket>
      <div className={cx('grid gap-2.5 portrait:gap-10', !isCalm && 'landscape:grid-cols-2')}>
        {otherwise !== null && <HoursAlert warnings={ticket.warnings} otherwise={otherwise} />}
        {alsoWith.length > 0 && (
          <Alert
            tone="info"
            icon="users"
            title={alsoWith.map((also) => alsoWithText(also)).join(' · ')}
            testId="kiosk-also-with"
            className="text-lead"
          />
        )}
        {isDue && (
          <Alert
            tone="info"
            icon="purse"
            title={t('common:pay.atDesk', { amount: moneyText(payment.due, payment.currency) })}
            testId="kiosk-pay"
            className="text-lead"
          />
        )}
        {(!booked || job !== undefined) && (
          <Alert
            tone={slip.tone}
            icon="printer"
            title={t(`slip.${slip.text}`)}
            testId="kiosk-slip-state"
            className={slip.tone === 'warn' ? 'text-title' : 'text-lead'}
          />
        )}
      </div>
      <div className="flex items-center justify-between gap-6">
        <p className="figures text-lead text-ink-soft">{t('done.returning', { count: seconds })}</p>
        <Button
          tone="quiet"
          size="touch"
          icon="check"
          isDisabled={guarded}
          onPress={onDone}
          className="min-w-56"
          data-testid="kiosk-done"
        >
          {t('done.finish')}
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
  readonly testId?: string;
}

function Fact({ icon, name, value, more, testId }: FactProps) {
  return (
    <div
      className="flex min-w-0 items-start gap-3"
      {...(testId === undefined ? {} : { 'data-testid': testId })}
    >
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

interface SlipState {
  readonly tone: 'info' | 'success' | 'warn';
  readonly text: 'making' | 'printing' | 'printed' | 'saved' | 'failed' | 'none';
}

function slipState(job: PrintJob | undefined, way: PrintJob['way']): SlipState {
  if (way === 'none') return { tone: 'warn', text: 'none' };
  if (job === undefined || job.state === 'queued') return { tone: 'info', text: 'making' };
  if (job.state === 'printing') return { tone: 'info', text: 'printing' };
  if (job.state === 'failed' || job.state === 'unknown') return { tone: 'warn', text: 'failed' };
  return job.printer === null ? { tone: 'info', text: 'saved' } : { tone: 'success', text: 'printed' };
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
