import { useTranslation } from 'react-i18next';
import type { ActiveToken } from '../../../../shared/model/token';
import { i18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import type { IconName } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { CurrentTicket, NobodyTicket } from './CurrentTicket';
import type { Board, NextStep } from './derive';
import type { Actions } from './useActions';

interface Props {
  readonly board: Board;
  readonly step: NextStep;
  readonly actions: Actions;
  readonly timeZone: string;
  /** Room for a tall ticket. */
  readonly upright: boolean;
  readonly onStep: () => void;
}

/** The patient now, and the one obvious thing to do next. */
export function NowPanel({ board, step, actions, timeZone, upright, onStep }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const { called, inConsultation } = board;
  const current = inConsultation ?? called;
  const alsoCalled = inConsultation !== null ? called : null;
  // Two messages do not fit beside a tall ticket on a low screen.
  const tall = upright && alsoCalled === null;

  return (
    <section
      aria-label={t('now')}
      className={cx('flex flex-col gap-3', upright ? 'scroll-quiet -m-1 min-h-0 grow p-1' : 'shrink-0')}
    >
      <div
        data-testid="doctor-current"
        aria-live="polite"
        className={cx('flex', tall && 'max-h-[30rem] shrink-0 grow')}
      >
        {current === null ? (
          <NobodyTicket waiting={step.kind === 'callNext'} />
        ) : (
          <CurrentTicket
            token={current}
            slot={board.slots.get(current.slotId)}
            timeZone={timeZone}
            upright={tall}
          />
        )}
      </div>
      {alsoCalled !== null && (
        <Notice
          tone="warn"
          icon="bell"
          title={t('atTheDoor', { number: alsoCalled.number, name: alsoCalled.patientName })}
        />
      )}
      <PrimaryButton step={step} busy={actions.busy} onStep={onStep} />
      <SecondaryButtons called={called} inConsultation={inConsultation} actions={actions} />
    </section>
  );
}

function PrimaryButton({
  step,
  busy,
  onStep,
}: {
  readonly step: NextStep;
  readonly busy: boolean;
  readonly onStep: () => void;
}) {
  const { t } = useTranslation(['doctor', 'common']);
  const { text, icon } = stepLook(step);
  return (
    <Button
      tone={step.kind === 'callNext' ? 'signal' : 'primary'}
      size="large"
      icon={icon}
      shortcut={t('key.space')}
      busy={busy}
      isDisabled={step.kind === 'none'}
      onPress={onStep}
      className="w-full shrink-0"
      data-testid="doctor-primary"
    >
      {text}
    </Button>
  );
}

function stepLook(step: NextStep): { text: string; icon: IconName } {
  switch (step.kind) {
    case 'serve':
      return { text: i18n.t('doctor:doneNumber', { number: step.token.number }), icon: 'check' };
    case 'start':
      return { text: i18n.t('doctor:startNumber', { number: step.token.number }), icon: 'play' };
    case 'callNext':
      return { text: i18n.t('doctor:callNextNumber', { number: step.expected.number }), icon: 'bell' };
    case 'none':
      return { text: i18n.t('doctor:callNext'), icon: 'bell' };
  }
}

interface SecondaryProps {
  readonly called: ActiveToken | null;
  readonly inConsultation: ActiveToken | null;
  readonly actions: Actions;
}

function SecondaryButtons({ called, inConsultation, actions }: SecondaryProps) {
  const { t } = useTranslation(['doctor', 'common']);
  const holdable = called ?? inConsultation;
  const common = { className: 'px-2 whitespace-nowrap' } as const;
  return (
    <div className="@container shrink-0">
      <div className="grid grid-cols-2 gap-2 @min-[48rem]:grid-cols-4">
        <Button
          {...common}
          icon="bell"
          shortcut={t('key.recall')}
          isDisabled={called === null}
          onPress={() => called && actions.recall(called)}
          data-testid="doctor-recall"
        >
          {t('recall')}
        </Button>
        <Button
          {...common}
          icon="pause"
          shortcut={t('key.hold')}
          isDisabled={holdable === null}
          onPress={() => holdable && actions.hold(holdable)}
          data-testid="doctor-hold"
        >
          {t('hold')}
        </Button>
        <Button
          {...common}
          icon="absent"
          shortcut={t('key.noShow')}
          isDisabled={called === null}
          onPress={() => called && actions.noShow(called)}
          data-testid="doctor-no-show"
        >
          {t('noShow')}
        </Button>
        <Button
          {...common}
          icon="close"
          shortcut={t('key.cancel')}
          isDisabled={called === null}
          onPress={() => called && actions.askCancel(called)}
          data-testid="doctor-cancel"
        >
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
