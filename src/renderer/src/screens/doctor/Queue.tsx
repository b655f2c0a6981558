import { memo, useMemo, useState } from 'react';
import type { AppStatus } from '../../../../shared/model/app-status';
import type { BookView } from '../../../../shared/model/book-view';
import type { TokenId } from '../../../../shared/model/ids';
import type { Token } from '../../../../shared/model/token';
import { useCallListOf } from '../../data/useCallList';
import { useCommand } from '../../data/useCommand';
import { useIsBefore } from '../../data/useNow';
import { useMay } from '../../data/who';
import { openManual } from '../../stores/manual';
import { cx } from '../../ui/cx';
import { gutterOf } from '../../ui/gutter';
import { sayInfo } from '../../ui/toasts';
import { useMedia } from '../../ui/useMedia';
import { useStable } from '../../ui/useStable';
import { ClosedAlert } from './ClosedAlert';
import { type DayTool, isAllowed } from './DayTools';
import { Dialogs } from './Dialogs';
import { rowsOf } from './derive';
import { type Dialog, opensDialog } from './dialog';
import { EmergencyBanner } from './EmergencyBanner';
import { Finished } from './Finished';
import { BookedList, QueueList, WaitingList } from './Lists';
import { NowPanel } from './NowPanel';
import { PaceFigure } from './PaceFigure';
import { QueueHeader } from './QueueHeader';
import { SlotStrip } from './SlotStrip';
import { nextStep, recallEffect, type TokenTool, toolsFor } from './steps';
import type { RowAction, RowTools } from './TokenRow';
import { Tools } from './Tools';
import { isQuiet, setQuiet } from './tone';
import { useActions } from './useActions';
import { useEmergencies } from './useEmergencies';
import { useScanned } from './useScanned';
import { useShortcuts } from './useShortcuts';
import { useSorted } from './useSorted';
import { whereSentence } from './why';

interface Props {
  readonly view: BookView;
  readonly status: AppStatus;
  readonly lost: boolean;
  readonly onChange: (() => void) | null;
}

/** Below this the lists share one column. */
const WIDE = '(min-width: 1300px)';
/** Below this a ticket standing upright would be cut off. */
const HIGH = '(min-height: 830px)';
/** Below this, as at 200 %, the slots scroll away with the lists, so that the next step stays in view. */
const LOW = '(max-height: 560px)';

/** Who is in, who is next and why, who waits without a seat, and the day at a glance. */
export const Queue = memo(function Queue({ view, status, lost, onChange }: Props) {
  const { timeZone } = status;
  const sorted = useSorted(view);
  const waits = useMemo(() => new Map(view.waits.map((wait) => [wait.tokenId, wait])), [view]);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [markedId, setMarkedId] = useState<TokenId | null>(null);
  const [quiet, setQuietState] = useState(isQuiet);
  const actions = useActions(view.doctor.id, (refusal) => setDialog({ kind: 'undoRefused', ...refusal }));
  const opening = useCommand();
  const may = useMay();
  const emergencies = useEmergencies(sorted, view.serviceDay);
  const toTell = useCallListOf(view.doctor.id);
  const onBreak = useIsBefore(view.breakUntil);
  const step = nextStep(view, sorted, onBreak);
  const rows = useMemo(() => rowsOf(sorted), [sorted]);
  const marked = rows.find(({ id }) => id === markedId) ?? null;
  const subject = marked ?? sorted.called ?? sorted.inConsultation;
  const atTheDoor = sorted.called !== null;
  const isClosed = view.status === 'closed';
  const reopen = (): void => setDialog({ kind: 'reopen' });

  function takeStep(): void {
    setMarkedId(null);
    if (step.kind === 'serve') actions.serve(step.token);
    if (step.kind === 'start') actions.start(step.token);
    if (step.kind === 'callNext') actions.callNext(step.expected.id);
    if (step.kind === 'endBreak') actions.endBreak();
    if (step.kind === 'closeDay') setDialog({ kind: 'close' });
  }

  function act(tool: TokenTool | RowAction, token: Token): void {
    const where = sorted.elsewhere.get(token.id);
    if (opensDialog(tool)) setDialog({ kind: tool, token });
    else if (tool === 'call' && where !== undefined) sayInfo(`${token.number}: ${whereSentence(where)}`);
    else if (tool !== 'call') actions[tool](token);
    // The next in order needs no reason.
    else if (token.id === view.next) actions.callNext(token.id);
    else setDialog({ kind: 'call', token });
  }

  function actOnDay(tool: DayTool): void {
    if (!isAllowed(tool, may)) return;
    if (tool === 'change') onChange?.();
    else if (tool === 'sound') {
      setQuiet(!quiet);
      setQuietState(!quiet);
    } else if (tool === 'window') openAnother();
    else if (tool === 'manual') openManual();
    else setDialog({ kind: tool });
  }

  function openAnother(): void {
    void opening.runBare('windows.open', { screen: 'doctor', doctorId: view.doctor.id, another: true });
  }

  function mark(by: 1 | -1): void {
    const at = rows.findIndex(({ id }) => id === markedId);
    const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by;
    setMarkedId(rows[Math.min(rows.length - 1, Math.max(0, next))]?.id ?? null);
  }

  const recallable = isClosed ? null : sorted.called;
  const can = toolsFor(subject, atTheDoor);
  const key = (tool: TokenTool): (() => void) | null =>
    subject !== null && can.has(tool) ? () => act(tool, subject) : null;
  const undo = may('tokens.undo') ? () => actions.undo() : null;
  useShortcuts({
    ' ': takeStep,
    arrowdown: () => mark(1),
    arrowup: () => mark(-1),
    escape: () => setMarkedId(null),
    // Only who is called can be called again, whatever row is marked.
    r: recallable && (() => act('recall', recallable)),
    h: key('hold'),
    n: key('noShow'),
    c: key('call'),
    t: key('transfer'),
    delete: key('cancel'),
    i: key('checkIn'),
    w: key('why'),
    f: key('need'),
    d: key('notEmergency'),
    g: key('giveBack'),
    u: undo,
    'ctrl+z': undo,
    l: isClosed ? null : () => actOnDay('late'),
    b: isClosed ? null : () => actOnDay('break'),
    e: isClosed ? null : () => actOnDay('leave'),
    o: view.canReopen && may('books.reopen') ? reopen : null,
    a: () => actOnDay('tell'),
    q: () => actOnDay('close'),
    m: () => actOnDay('sound'),
    x: emergencies.fresh.length > 0 ? emergencies.acknowledge : null,
    '?': () => actOnDay('keys'),
  });

  useScanned(view, rows, (id) => {
    if (dialog === null) setMarkedId(id);
    return dialog === null;
  });

  const onAction = useStable(act);
  const onUndo = useStable(() => actions.undo());
  const onDay = useStable(actOnDay);
  const tools = useMemo((): RowTools => ({ onMark: setMarkedId, onAction }), [onAction]);
  const wide = useMedia(WIDE);
  const high = useMedia(HIGH);
  const low = useMedia(LOW) && !wide;
  const lists = { sorted, waits, tools, marked: markedId, timeZone, isClosed };
  const finished = <Finished {...{ tools, timeZone, isClosed }} tokens={sorted.finished} marked={markedId} />;
  const pace = <PaceFigure pace={view.pace} timeZone={timeZone} isClosed={isClosed} />;
  const slots = <SlotStrip slots={view.slots} isClosed={isClosed} />;
  const panel = (
    <NowPanel
      view={view}
      sorted={sorted}
      step={step}
      busy={actions.busy}
      timeZone={timeZone}
      wide={wide}
      upright={wide && high && emergencies.fresh.length === 0}
      onStep={takeStep}
    >
      {step.kind !== 'looking' && (
        <Tools
          subject={subject}
          marked={marked}
          atTheDoor={atTheDoor}
          recallable={recallable}
          effect={recallEffect(view, sorted)}
          recallFrom={view.recallFrom}
          heldBackCalls={view.heldBackCalls}
          hasRows={rows.length > 0}
          busy={actions.busy}
          onTool={onAction}
          onUndo={onUndo}
        />
      )}
    </NowPanel>
  );

  return (
    <div className="flex h-full flex-col gap-3 overflow-hidden p-3 min-[1300px]:gap-4 min-[1300px]:p-4">
      <QueueHeader
        doctor={view.doctor}
        breakUntil={view.breakUntil}
        serviceDay={view.serviceDay}
        isClosed={isClosed}
        status={status}
        lost={lost}
        toTell={toTell.filter(({ toldAt }) => toldAt === null).length}
        quiet={quiet}
        canChange={onChange !== null}
        onDay={onDay}
      />
      {emergencies.fresh.length > 0 && (
        <EmergencyBanner
          tokens={emergencies.fresh}
          sounded={emergencies.sounded}
          onKnown={emergencies.acknowledge}
        />
      )}
      {isClosed && <ClosedAlert view={view} onReopen={reopen} />}
      {!low && (
        <div className="flex shrink-0 items-stretch gap-2">
          {pace}
          {slots}
        </div>
      )}
      {wide ? (
        <main className="grid min-h-0 grow grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)_minmax(0,1fr)] gap-4">
          <div className="flex min-h-0 flex-col gap-3">
            {panel}
            {finished}
          </div>
          <QueueList {...lists} className="clear-of-toasts" isFramed />
          <div className="clear-of-toasts flex min-h-0 flex-col gap-4">
            <WaitingList {...lists} isFramed />
            <BookedList {...lists} />
          </div>
        </main>
      ) : (
        <main className="grid min-h-0 grow grid-cols-2 gap-3">
          <div className="scroll-quiet flex min-h-0 flex-col gap-3">
            {panel}
            {finished}
          </div>
          <div
            className={cx('scroll-quiet clear-of-toasts flex min-h-0 flex-col gap-3', gutterOf(rows.length))}
          >
            <QueueList {...lists} className="shrink-0" />
            <WaitingList {...lists} className="shrink-0" />
            <BookedList {...lists} className="shrink-0" />
            {low && slots}
            {low && pace}
          </div>
        </main>
      )}
      <Dialogs
        dialog={dialog}
        view={view}
        waits={waits}
        toTell={toTell}
        actions={actions}
        timeZone={timeZone}
        onDialog={setDialog}
      />
    </div>
  );
});
