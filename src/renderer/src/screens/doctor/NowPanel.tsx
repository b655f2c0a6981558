import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../shared/model/book-view';
import { i18n } from '../../i18n';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import type { IconName } from '../../ui/Icon';
import { useStable } from '../../ui/useStable';
import { CurrentTicket } from './CurrentTicket';
import type { SortedBook } from './derive';
import { NobodyTicket } from './NobodyTicket';
import type { NextStep } from './steps';

interface Props {
  readonly view: BookView;
  readonly sorted: SortedBook;
  readonly step: NextStep;
  readonly busy: boolean;
  readonly timeZone: string;
  /** The panel has a column of its own, whose height it fills. */
  readonly wide: boolean;
  /** Room for a tall ticket. */
  readonly upright: boolean;
  readonly onStep: () => void;
  /** What can be done with the patient. */
  readonly children: ReactNode;
}

/** The patient now, and the one obvious thing to do next. */
export function NowPanel({ view, sorted, step, busy, timeZone, wide, upright, onStep, children }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const press = useStable(onStep);
  const { called, inConsultation } = sorted;
  const left = view.left?.status === 'active' ? view.left : null;
  const current = left ?? inConsultation ?? called;
  const alsoCalled = current === called ? null : called;
  // Two messages do not fit beside a tall ticket on a low screen.
  const tall = upright && alsoCalled === null && left === null;
  return (
    <section
      aria-label={t('now')}
      className={cx('flex flex-col gap-3', wide ? 'scroll-quiet -m-1 min-h-0 grow p-1' : 'shrink-0')}
    >
      <div
        data-testid="doctor-current"
        aria-live="polite"
        className={cx('flex shrink-0', wide && 'grow', tall ? 'max-h-[26rem]' : 'max-h-72')}
      >
        {current === null ? (
          <NobodyTicket step={step} view={view} sorted={sorted} timeZone={timeZone} />
        ) : (
          <CurrentTicket
            token={current}
            slot={sorted.slots.get(current.slotId)}
            usualMinutes={view.pace.usualMinutes}
            timeZone={timeZone}
            upright={tall}
          />
        )}
      </div>
      {left !== null && <Alert tone="warn" icon="moon" title={t('left', { number: left.number })} />}
      {alsoCalled !== null && (
        <Alert
          tone="warn"
          icon="bell"
          title={t('atTheDoor', { number: alsoCalled.number, name: alsoCalled.patientName })}
        />
      )}
      <PrimaryButton kind={step.kind} {...stepLook(step)} busy={busy} onStep={press} />
      {children}
    </section>
  );
}

interface PrimaryProps extends StepLook {
  readonly kind: NextStep['kind'];
  readonly busy: boolean;
  readonly onStep: () => void;
}

const PrimaryButton = memo(function PrimaryButton({ kind, text, icon, busy, onStep }: PrimaryProps) {
  const { t } = useTranslation(['doctor', 'common']);
  return (
    <Button
      tone={kind === 'callNext' ? 'signal' : 'primary'}
      size="large"
      icon={icon}
      {...(kind === 'looking' ? {} : { shortcut: t('key.space') })}
      busy={busy}
      isDisabled={kind === 'none' || kind === 'closed' || kind === 'looking'}
      onPress={onStep}
      className="sticky bottom-0 z-10 w-full shrink-0 [@media(max-height:800px)]:min-h-14"
      data-testid="doctor-primary"
      data-step={kind}
    >
      {text}
    </Button>
  );
});

interface StepLook {
  readonly text: string;
  readonly icon: IconName;
}

function stepLook(step: NextStep): StepLook {
  switch (step.kind) {
    case 'serve':
      return { text: i18n.t('doctor:doneNumber', { number: step.token.number }), icon: 'check' };
    case 'start':
      return { text: i18n.t('doctor:startNumber', { number: step.token.number }), icon: 'play' };
    case 'callNext':
      return { text: i18n.t('doctor:callNextNumber', { number: step.expected.number }), icon: 'bell' };
    case 'endBreak':
      return { text: i18n.t('doctor:endBreak'), icon: 'play' };
    case 'closeDay':
      return { text: i18n.t('doctor:closeDay'), icon: 'moon' };
    case 'closed':
      return { text: i18n.t('doctor:closedNow'), icon: 'moon' };
    case 'looking':
      return { text: i18n.t('people:looking'), icon: 'search' };
    case 'none':
      return { text: i18n.t('doctor:callNobody'), icon: 'bell' };
  }
}
