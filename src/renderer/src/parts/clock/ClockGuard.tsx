import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../../data/status';
import { useMay } from '../../data/who';
import { fullMomentText } from '../../i18n/format';
import { Icon } from '../../ui/Icon';
import { ClockQuestion } from './ClockQuestion';

/** R35: above every screen of staff while the clock is doubted, and while the computer's is known to be wrong. Never in the way. */
export function ClockGuard({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ClockBar />
      <div className="min-h-0 grow">{children}</div>
    </div>
  );
}

function ClockBar() {
  const { t } = useTranslation('clock');
  const status = useStatus();
  const may = useMay();
  if (status === null) return null;
  const { clock, timeZone, now, window } = status;
  const isAsked = window.screen !== 'doctor' && may('clock.answer');
  if (clock.question && isAsked) return <ClockQuestion question={clock.question} timeZone={timeZone} />;
  if (clock.question) return <ClockLine title={t('title')} text={t('onlyStaff')} />;
  if (clock.wrongBy === 0 || !isAsked) return null;
  const computer = fullMomentText(now + clock.wrongBy, timeZone);
  return <ClockLine title={t('wrong', { computer })} text={t('mend')} />;
}

function ClockLine({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <p
      role="status"
      data-testid="clock-line"
      className="flex shrink-0 items-center gap-3 bg-warn-soft px-4 py-1.5 text-small text-warn"
    >
      <Icon name="clock" className="size-[1.3em]" />
      <span>
        <strong>{title}</strong> {text}
      </span>
    </p>
  );
}
