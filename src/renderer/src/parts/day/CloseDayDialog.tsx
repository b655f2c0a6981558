import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosePreview } from '../../../../shared/model/day';
import type { DoctorId } from '../../../../shared/model/ids';
import type { ServiceDay } from '../../../../shared/model/time';
import type { Result } from '../../../../shared/result';
import { call, subscribe } from '../../api/client';
import { useLock } from '../../api/useLock';
import { dayPlus } from '../../data/days';
import { isOpenAgain } from '../../data/openAgain';
import { useStatus } from '../../data/status';
import { useSummaries } from '../../data/summaries';
import { i18n } from '../../i18n';
import { staffErrorText } from '../../i18n/errors';
import { dayText } from '../../i18n/format';
import { Plate } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Overlay } from '../../ui/Overlay';
import { say, sayError } from '../../ui/toasts';
import { DialogForm } from '../DialogForm';
import type { Reach } from '../useSure';
import { People } from './Effects';
import { ReopenDialog } from './ReopenDialog';

interface Props {
  /** null: every doctor. */
  readonly doctorId: DoctorId | null;
  /** To begin with; default: today. Else a yesterday that was opened again (R28). */
  readonly day?: ServiceDay | null;
  readonly onClose: () => void;
}

/** R16: who would become what, reviewed before the day is closed; then the day in figures. */
export function CloseDayDialog({ doctorId, day: first = null, onClose }: Props) {
  const [day, setDay] = useState(first);
  const yesterday = useOpenYesterday(doctorId);
  const { t } = useTranslation(['day', 'common']);
  const { busy, run } = useLock();
  const [answer, ask] = useClosePreview(doctorId, day);
  const isMeant = day === null ? isOpen : isOpenAgain;
  const open = answer?.ok === true ? answer.value.filter(isMeant) : [];
  const reach = useReach(open, day);
  const [reopening, setReopening] = useState(false);

  async function close(): Promise<void> {
    for (const { doctor, serviceDay, revision } of open) {
      const request = { doctorId: doctor.id, serviceDay, revision, requestId: crypto.randomUUID() };
      const closed = await call('books.close', request);
      if (!closed.ok) {
        ask();
        return sayError(closed.error);
      }
    }
    say(i18n.t('day:said.closed', { count: open.length }));
    onClose();
    await openSummary(doctorId, day);
  }

  if (reopening) return <ReopenDialog doctorId={doctorId} day={null} onClose={onClose} />;
  return (
    <Overlay
      title={day === null ? t('closing.title') : t('closing.titleOf', { day: dayText(day) })}
      closeLabel={t('close')}
      place="center"
      width={doctorId === null ? 'wide' : 'narrow'}
      testId="day-close"
      onClose={onClose}
    >
      {answer?.ok === false && <Notice tone="warn" title={staffErrorText(answer.error)} />}
      {answer === null && <p className="text-ink-soft">{t('looking')}</p>}
      {answer?.ok === true && (
        <DialogForm
          label={t('closing.confirm', { count: open.length })}
          tone="danger"
          hasNoFields
          reach={reach}
          busy={busy}
          isDisabled={open.length === 0}
          onConfirm={() => void run(close)}
          onClose={onClose}
        >
          <p className="text-ink-soft">{t('closing.text')}</p>
          <ul className="flex flex-col gap-3">
            {(day === null ? answer.value : open).map((preview) => (
              <Review key={preview.doctor.id} preview={preview} />
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">
            <Button icon="board" onPress={() => void openSummary(doctorId, day)}>
              {t('closing.figures')}
            </Button>
            {day === null && yesterday !== null && (
              <Button icon="calendar" onPress={() => setDay(yesterday)} data-testid="day-close-yesterday">
                {t('closing.titleOf', { day: dayText(yesterday) })}
              </Button>
            )}
            <Button icon="return" onPress={() => setReopening(true)} data-testid="day-open-again">
              {t('closing.reopen')}
            </Button>
          </div>
        </DialogForm>
      )}
    </Overlay>
  );
}

const isOpen = ({ status }: ClosePreview): boolean => status === 'open';

/** Whose turn would never come, and where seats could still be had. */
function useReach(open: readonly ClosePreview[], day: ServiceDay | null): Reach {
  const summaries = useSummaries() ?? [];
  const people = open.reduce((sum, { notSeen, noShows }) => sum + notSeen.length + noShows.length, 0);
  const ids = new Set(open.map(({ doctor }) => doctor.id));
  const doctors = summaries.filter(({ doctor, nextSlot }) => nextSlot !== null && ids.has(doctor.id));
  // On a day that is over nobody gets a seat any more.
  return { people, doctors: day === null ? doctors.length : 0 };
}

/** The review, asked for again whenever a book changes: it is of now, not of when the dialog opened. */
function useClosePreview(
  doctorId: DoctorId | null,
  day: ServiceDay | null,
): [Result<ClosePreview[]> | null, () => void] {
  const [answer, setAnswer] = useState<Result<ClosePreview[]> | null>(null);
  const ask = useCallback(() => {
    const which = { ...(doctorId !== null && { doctorId }), ...(day !== null && { serviceDay: day }) };
    void call('books.closePreview', which).then(setAnswer);
  }, [doctorId, day]);
  useEffect(() => {
    ask();
    return subscribe(({ type }) => {
      if (type === 'bookChanged' || type === 'dayChanged' || type === 'everythingChanged') ask();
    });
  }, [ask]);
  return [answer, ask];
}

/** R28: yesterday, if it was opened again; null: it was not. */
function useOpenYesterday(doctorId: DoctorId | null): ServiceDay | null {
  const today = useStatus()?.serviceDay;
  const yesterday = today === undefined ? null : dayPlus(today, -1);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (yesterday === null) return;
    let current = true;
    const which = doctorId === null ? {} : { doctorId };
    void call('books.closePreview', { ...which, serviceDay: yesterday }).then((answer) => {
      if (current) setOpen(answer.ok && answer.value.some(isOpenAgain));
    });
    return () => {
      current = false;
    };
  }, [doctorId, yesterday]);
  return isOpen ? yesterday : null;
}

function Review({ preview }: { readonly preview: ClosePreview }) {
  const { t } = useTranslation(['day', 'common']);
  const { doctor, status, served, noShows, notSeen, inConsultation } = preview;
  return (
    <li
      data-testid={`day-review-${doctor.prefix}`}
      className="flex flex-col gap-2 rounded-control border border-line p-3"
    >
      <h3 className="flex items-center gap-3">
        <Plate prefix={doctor.prefix} />
        <bdi className="min-w-0 grow truncate font-bold">{doctor.name}</bdi>
        <span className="figures text-small text-ink-soft">
          {status === 'closed' ? t('closing.isClosed') : t('closing.served', { count: served })}
        </span>
      </h3>
      {status === 'open' && (
        <>
          <People
            title={t('closing.noShows', { count: noShows.length })}
            people={noShows}
            isEmpty={t('closing.noNoShows')}
          />
          <People
            title={t('closing.notSeen', { count: notSeen.length })}
            people={notSeen}
            isEmpty={t('closing.allSeen')}
          />
        </>
      )}
      {inConsultation !== null && (
        <p className="font-semibold text-warn">
          {t('closing.inside', { number: inConsultation.number, name: inConsultation.patientName })}
        </p>
      )}
    </li>
  );
}

/** The day in figures, in a window of its own: to look at and to print. */
export async function openSummary(doctorId: DoctorId | null, day: ServiceDay | null = null): Promise<void> {
  const one = { ...(doctorId !== null && { doctorId }), ...(day !== null && { serviceDay: day }) };
  const answer = await call('windows.open', { screen: 'summary', ...one });
  if (!answer.ok) sayError(answer.error);
}
