import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedPrintJob } from '../../../../../shared/model/print-job';
import { type StationName, stations } from '../../../../../shared/model/print-settings';
import { isInTrouble, type PrintersStatus } from '../../../../../shared/model/printers-status';
import { clinicNow } from '../../../data/clock';
import { askAgain } from '../../../data/query';
import { useSlipsToMend } from '../../../data/slips';
import { useCommand } from '../../../data/useCommand';
import { isolated, momentText } from '../../../i18n/format';
import { keyOf } from '../../../keys/position';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { TokenNumber } from '../../../ui/TokenNumber';

interface Props {
  readonly status: PrintersStatus;
  readonly timeZone: string;
}

/** The slips that did not come out, or may not have, each with its reason and the keys that mend it. */
export function SlipList({ status, timeZone }: Props) {
  const { t } = useTranslation(['slips', 'common']);
  const listed = useSlipsToMend();
  const list = useRef<HTMLUListElement>(null);
  const working = useRef(true);
  useEffect(() => {
    // Seen to, a slip goes, and its key with it: the next one is under the hand at once.
    if (listed === null || !working.current || list.current?.contains(document.activeElement)) return;
    list.current?.querySelector('button')?.focus();
  }, [listed]);
  function onBlur({ currentTarget, relatedTarget }: FocusEvent): void {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) working.current = false;
  }

  if (listed === null) return null;
  if (listed.length === 0) {
    // While one waits, or its printer stands still, nobody knows that yet.
    if (!isAllWell(status)) return null;
    return (
      <p data-testid="desk-slips-none" className="flex items-center gap-2 text-success">
        <Icon name="check" />
        {t('allWell')}
      </p>
    );
  }
  return (
    <>
      <h3 className="mt-2 font-bold">{t('title', { count: listed.length })}</h3>
      <ul
        ref={list}
        onFocus={() => {
          working.current = true;
        }}
        onBlur={onBlur}
        className="flex flex-col gap-2"
      >
        {listed.map((slip) => (
          <SlipRow key={slip.job.id} slip={slip} other={otherStation(slip, status)} timeZone={timeZone} />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  readonly slip: ListedPrintJob;
  /** Where else it could come out; null: nowhere. */
  readonly other: StationName | null;
  readonly timeZone: string;
}

interface Way {
  readonly key: string;
  readonly text: string;
  readonly testId: string;
  readonly work: () => Promise<unknown>;
}

function SlipRow({ slip, other, timeZone }: RowProps) {
  const { t } = useTranslation(['slips', 'common']);
  const { busy, run } = useCommand();
  const { job, number, patientName, doctorName } = slip;
  const unknown = job.state === 'unknown';
  const { id: jobId } = job;
  const inQueue = job.state === 'printing';
  const ways: readonly Way[] = inQueue
    ? []
    : unknown
      ? [
          {
            key: 'Y',
            text: t('cameOut'),
            testId: 'came-out',
            work: () => run('slips.settle', { jobId, cameOut: true }),
          },
          {
            key: 'N',
            text: t('didNot'),
            testId: 'did-not',
            work: () => run('slips.settle', { jobId, cameOut: false }),
          },
        ]
      : [
          { key: 'R', text: t('again'), testId: 'again', work: () => run('slips.retry', { jobId }) },
          ...(other === null
            ? []
            : [
                {
                  key: 'O',
                  text: t(`other.${other}`),
                  testId: 'other',
                  work: () => run('slips.retry', { jobId, station: other }),
                },
              ]),
        ];

  async function choose(way: Way): Promise<void> {
    await way.work();
    askAgain('printers.status', 'slips.jobs');
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const pressed = keyOf(event);
    const way = ways.find(({ key }) => key.toLowerCase() === pressed);
    if (way === undefined) return;
    event.preventDefault();
    void choose(way);
  }

  return (
    <li
      data-testid={`desk-slip-${number}`}
      data-state={job.state}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-2 rounded-control border border-line-strong px-3 py-2.5"
    >
      <p className="flex items-baseline gap-3">
        <TokenNumber className="text-lead!">{number}</TokenNumber>
        <bdi className="min-w-0 truncate font-semibold">{patientName}</bdi>
        <bdi className="ms-auto min-w-0 shrink truncate text-small text-ink-soft">{doctorName}</bdi>
      </p>
      <p className="text-small font-semibold text-danger">
        {t(inQueue ? 'inQueue' : unknown ? 'mayHave' : 'failed', {
          station: t(`station.${job.station}`),
          problem: isolated(t(`common:printProblem.${job.problem ?? 'refused'}`)),
        })}
        {job.nextAttemptAt !== null &&
          ` ${t('byItself', { time: momentText(job.nextAttemptAt, timeZone, clinicNow()) })}`}
      </p>
      <div className="flex flex-wrap gap-2">
        {ways.map((way, index) => (
          <Button
            key={way.key}
            size="small"
            shortcut={way.key}
            isDisabled={busy}
            tone={index === 0 ? 'primary' : 'quiet'}
            onPress={() => void choose(way)}
            data-testid={`desk-slip-${number}-${way.testId}`}
          >
            {way.text}
          </Button>
        ))}
      </div>
    </li>
  );
}

function isAllWell({ printers }: PrintersStatus): boolean {
  const all = Object.values(printers);
  return !all.some(isInTrouble) && all.every(({ waitingJobs }) => waitingJobs === 0);
}

/** Another printer, in working order as far as anybody knows, that is not the same one. */
function otherStation({ job }: ListedPrintJob, { printers }: PrintersStatus): StationName | null {
  const other = stations.find((one) => one !== job.station);
  if (other === undefined) return null;
  const [own, its] = [printers[job.station], printers[other]];
  const same = own.way === its.way && own.name === its.name && own.paper === its.paper;
  return same || its.way === 'none' ? null : other;
}
