import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../../../shared/model/app-status';
import { useNow } from '../../data/useNow';
import { dayText, timeText } from '../../i18n/format';
import type { Hold } from '../../parts/leave/useLeaveGesture';
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
  /** Staff hold the clinic's name to leave. */
  readonly hold: Hold;
  readonly children: ReactNode;
}

const progress = ['doctor', 'details', 'check'] as const;

/** What stays the same on every kiosk screen: where you are, the way back, and whom to ask. */
export function KioskFrame({ status, lost, step, onBack, hold, children }: Props) {
  const { t } = useTranslation('kiosk');
  // Asked only where the clinic wants it, it is one of the patient’s details.
  const at = (progress as readonly Step[]).indexOf(step === 'claim' ? 'details' : step);
  return (
    // Zoomed in, or on a low screen, the page scrolls as a whole; else only its middle does.
    <div className="scroll-quiet h-full [@media(min-height:620px)]:overflow-hidden">
      <div className="flex min-h-full flex-col [@media(min-height:620px)]:h-full">
        <header className="flex shrink-0 items-center justify-between gap-4 px-6 py-3 portrait:px-8 portrait:py-6">
          {onBack === null ? (
            <ClinicAndClock status={status} hold={hold} />
          ) : (
            <Button size="touch" icon="back" onPress={onBack} className="shrink-0" data-testid="kiosk-back">
              {t('back')}
            </Button>
          )}
          {at >= 0 && <Progress at={at} />}
          <div className="flex min-w-0 items-center gap-3">
            <StateChips clockShifted={false} lost={lost} />
            {/* The start says it in every language, further down. */}
            {step !== 'language' && (
              <p className="flex min-w-0 items-center gap-2 rounded-card bg-sunken px-3 py-2 text-pretty leading-tight font-semibold text-ink-soft">
                <Icon name="help" className="size-6" />
                {t('askStaff')}
              </p>
            )}
          </div>
        </header>
        <main className="relative flex min-h-0 grow flex-col">{children}</main>
      </div>
    </div>
  );
}

function ClinicAndClock({ status, hold }: Pick<Props, 'status' | 'hold'>) {
  const now = useNow();
  return (
    <div className="min-w-0 touch-none" data-testid="kiosk-clinic" {...hold}>
      <p dir="auto" className="line-clamp-2 text-title font-bold">
        {status.clinicName}
      </p>
      <p className="figures text-ink-soft">
        {dayText(status.serviceDay)}, <time>{timeText(now, status.timeZone)}</time>
      </p>
    </div>
  );
}

function Progress({ at }: { readonly at: number }) {
  const { t } = useTranslation('kiosk');
  const current = progress[at] ?? 'doctor';
  return (
    <div
      role="img"
      aria-label={t('step', { step: at + 1, of: progress.length, name: t(`steps.${current}`) })}
      className="flex shrink-0 items-center gap-2"
    >
      {progress.map((name, index) => (
        <span
          key={name}
          className={cx(
            'h-2.5 rounded-pill',
            index === at ? 'w-9 bg-accent' : index < at ? 'w-5 bg-accent' : 'w-5 bg-line',
          )}
        />
      ))}
    </div>
  );
}
