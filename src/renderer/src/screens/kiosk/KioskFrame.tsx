import type { ReactNode } from 'react';
import type { AppStatus } from '../../../../shared/model/view';
import { t } from '../../i18n';
import { dayText, timeText } from '../../i18n/format';
import { useNow } from '../../stores/useNow';
import { Button } from '../../ui/Button';
import { StateChips } from '../../ui/Chips';
import { cx } from '../../ui/cx';
import { Icon } from '../../ui/Icon';
import type { Step } from './visit';

interface Props {
  readonly status: AppStatus;
  readonly lost: boolean;
  readonly step: Step;
  /** null: nowhere to go back to. */
  readonly onBack: (() => void) | null;
  readonly children: ReactNode;
}

const stepOrder: readonly Step[] = ['doctor', 'details', 'check'];

/** What stays the same on every kiosk screen: where you are, the way back, and whom to ask. */
export function KioskFrame({ status, lost, step, onBack, children }: Props) {
  const index = stepOrder.indexOf(step);
  return (
    <div className="flex h-full flex-col overflow-hidden">
      <header className="flex shrink-0 items-center justify-between gap-4 px-6 py-3 portrait:px-8 portrait:py-6">
        {onBack === null ? (
          <ClinicAndClock status={status} />
        ) : (
          <Button size="touch" icon="back" onPress={onBack} data-testid="kiosk-back">
            {t.kiosk.back}
          </Button>
        )}
        {index > 0 && <Progress index={index} />}
        <div className="flex shrink-0 items-center gap-3">
          <StateChips demo={status.demo} clockShifted={false} lost={lost} />
          <p className="flex items-center gap-2 whitespace-nowrap rounded-card bg-sunken px-4 py-2.5 font-semibold text-ink-soft">
            <Icon name="help" className="size-6" />
            {t.kiosk.askStaff}
          </p>
        </div>
      </header>
      <main className="relative flex min-h-0 grow flex-col">{children}</main>
    </div>
  );
}

function ClinicAndClock({ status }: { readonly status: AppStatus }) {
  const now = useNow();
  return (
    <div className="min-w-0">
      <p dir="auto" className="line-clamp-2 text-title font-bold">
        {status.clinicName}
      </p>
      <p className="figures text-ink-soft">
        {dayText(status.serviceDay)}, <time>{timeText(now, status.timeZone)}</time>
      </p>
    </div>
  );
}

function Progress({ index }: { readonly index: number }) {
  const steps = t.kiosk.steps;
  return (
    <div
      role="img"
      aria-label={t.kiosk.step(index + 1, steps.length, steps[index] ?? '')}
      className="flex shrink-0 items-center gap-2"
    >
      {steps.map((name, at) => (
        <span
          key={name}
          className={cx(
            'h-2.5 rounded-pill',
            at === index ? 'w-12 bg-accent' : at < index ? 'w-6 bg-accent' : 'w-6 bg-line',
          )}
        />
      ))}
    </div>
  );
}
