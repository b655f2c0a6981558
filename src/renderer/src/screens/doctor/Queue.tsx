import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus, BookView } from '../../../../shared/model/view';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Notice } from '../../ui/Notice';
import { useMedia } from '../../ui/useMedia';
import { boardOf, nextStep } from './derive';
import { Finished } from './Finished';
import { BookedList, QueueList, WaitingList } from './Lists';
import { NowPanel } from './NowPanel';
import { QueueHeader } from './QueueHeader';
import { SlotStrip } from './SlotStrip';
import { useActions } from './useActions';
import { useShortcuts } from './useShortcuts';

interface Props {
  readonly view: BookView;
  readonly status: AppStatus;
  readonly lost: boolean;
}

/** Below this the waiting list moves under the patient now. */
const WIDE = '(min-width: 1300px)';

/** Who is in, who is next and why, who waits without a seat, and the day at a glance. */
export function Queue({ view, status, lost }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const board = useMemo(() => boardOf(view), [view]);
  const actions = useActions(view.doctor.id);
  const { timeZone } = status;
  const step = nextStep(board);
  const { called, inConsultation } = board;

  function takeStep(): void {
    if (step.kind === 'serve') actions.serve(step.token);
    if (step.kind === 'start') actions.start(step.token);
    if (step.kind === 'callNext') actions.callNext();
  }
  const wide = useMedia(WIDE);
  const lists = { board, actions, timeZone };
  const now = <NowPanel {...lists} step={step} upright={wide} onStep={takeStep} />;
  const holdable = called ?? inConsultation;
  useShortcuts({
    ' ': takeStep,
    r: called && (() => actions.recall(called)),
    h: holdable && (() => actions.hold(holdable)),
    n: called && (() => actions.noShow(called)),
    delete: called && (() => actions.askCancel(called)),
  });

  return (
    <div className="flex h-full flex-col gap-3 overflow-hidden p-3 min-[1300px]:gap-4 min-[1300px]:p-4">
      <QueueHeader view={view} status={status} lost={lost} />
      {view.status === 'closed' && <Notice tone="info" icon="moon" title={t('dayClosed')} />}
      <SlotStrip slots={view.slots} />
      {wide ? (
        <main className="grid min-h-0 grow grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)_minmax(0,1fr)] gap-4">
          <div className="flex min-h-0 flex-col gap-3">
            {now}
            <Finished {...lists} />
          </div>
          <QueueList {...lists} />
          <div className="flex min-h-0 flex-col gap-4">
            <WaitingList {...lists} />
            <BookedList {...lists} />
          </div>
        </main>
      ) : (
        <main className="grid min-h-0 grow grid-cols-2 gap-3">
          <div className="flex min-h-0 flex-col gap-3">
            {now}
            <WaitingList {...lists} />
            <Finished {...lists} />
          </div>
          <div className="flex min-h-0 flex-col gap-3">
            <QueueList {...lists} />
            <BookedList {...lists} />
          </div>
        </main>
      )}
      {actions.cancelling !== null && (
        <ConfirmDialog
          title={t('confirmCancel', {
            number: actions.cancelling.number,
            name: actions.cancelling.patientName,
          })}
          text={t('confirmCancelText')}
          yes={t('confirmCancelYes')}
          no={t('confirmCancelNo')}
          onYes={actions.confirmCancel}
          onNo={actions.keep}
        />
      )}
    </div>
  );
}
