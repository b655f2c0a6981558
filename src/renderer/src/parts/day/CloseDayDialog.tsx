import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../shared/contract';
import type { ClosePreview } from '../../../../shared/model/day';
import type { DoctorId } from '../../../../shared/model/ids';
import type { ServiceDay } from '../../../../shared/model/time';
import { dayPlus } from '../../data/days';
import { isOpenAgain } from '../../data/openAgain';
import { askAgain, useCall } from '../../data/query';
import { useStatus } from '../../data/status';
import { useSummaries } from '../../data/summaries';
import { type Sending, useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { staffErrorText } from '../../i18n/errors';
import { dayText } from '../../i18n/format';
import { Alert } from '../../ui/Alert';
import { Plate } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { Overlay } from '../../ui/Overlay';
import { say } from '../../ui/toasts';
import { DialogForm } from '../DialogForm';
import type { Reach } from '../useSure';
import { People } from './Effects';
import { AllNotSeen, NotSeen, type Unseen } from './NotSeen';
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
  const { busy, runBare, together } = useCommand();
  // Fetched again whenever a book changes: the review is of now, not of when the dialog opened.
  const { value: previews, error } = useCall('books.closePreview', booksOf(doctorId, day));
  const isMeant = day === null ? isOpen : isOpenAgain;
  const open = previews?.filter(isMeant) ?? [];
  const reach = useReach(open, day);
  const [reopening, setReopening] = useState(false);
  const [unseen, setUnseen] = useState<Unseen>({ all: 'not_seen', each: new Map() });
  const areLeft = open.some(({ notSeen }) => notSeen.length > 0);

  async function close({ run, runBare }: Sending): Promise<void> {
    for (const { doctor, serviceDay, revision, notSeen } of open) {
      const book = { doctorId: doctor.id, serviceDay, revision };
      const closed = await run('books.close', { ...book, ...saidOf(notSeen, unseen) });
      if (closed === null) return askAgain('books.closePreview');
    }
    say(i18n.t('day:said.closed', { count: open.length }));
    onClose();
    await runBare('windows.open', summaryOf(doctorId, day));
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
      {error !== undefined && <Alert tone="warn" title={staffErrorText(error)} />}
      {previews === undefined && error === undefined && <p className="text-ink-soft">{t('looking')}</p>}
      {previews !== undefined && error === undefined && (
        <DialogForm
          label={t('closing.confirm', { count: open.length })}
          tone="danger"
          hasNoFields
          reach={reach}
          busy={busy}
          isDisabled={open.length === 0}
          onConfirm={() => void together(close)}
          onClose={onClose}
        >
          <p className="text-ink-soft">{t('closing.text')}</p>
          {areLeft && <AllNotSeen unseen={unseen} onChange={setUnseen} />}
          <ul className="flex flex-col gap-3">
            {(day === null ? previews : open).map((preview) => (
              <Review key={preview.doctor.id} preview={preview} unseen={unseen} onUnseen={setUnseen} />
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">
            <Button icon="board" onPress={() => void runBare('windows.open', summaryOf(doctorId, day))}>
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

/** R28: yesterday, if it was opened again; null: it was not. */
function useOpenYesterday(doctorId: DoctorId | null): ServiceDay | null {
  const today = useStatus()?.serviceDay;
  const yesterday = today === undefined ? null : dayPlus(today, -1);
  const { value } = useCall('books.closePreview', yesterday && booksOf(doctorId, yesterday));
  return value?.some(isOpenAgain) ? yesterday : null;
}

function booksOf(doctorId: DoctorId | null, day: ServiceDay | null): CallInput<'books.closePreview'> {
  return { ...(doctorId !== null && { doctorId }), ...(day !== null && { serviceDay: day }) };
}

interface ReviewProps {
  readonly preview: ClosePreview;
  readonly unseen: Unseen;
  readonly onUnseen: (unseen: Unseen) => void;
}

function Review({ preview, unseen, onUnseen }: ReviewProps) {
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
          {notSeen.length === 0 ? (
            <p className="text-ink-soft">{t('closing.allSeen')}</p>
          ) : (
            <>
              <h4 className="font-bold">{t('closing.notSeen', { count: notSeen.length })}</h4>
              <NotSeen people={notSeen} unseen={unseen} onChange={onUnseen} />
            </>
          )}
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

/** What is sent: nothing where nothing was said. */
function saidOf(
  people: ClosePreview['notSeen'],
  { all, each }: Unseen,
): Pick<CallInput<'books.close'>, 'unseen' | 'unseenEach'> {
  const differ = people.flatMap(({ tokenId }) => {
    const as = each.get(tokenId);
    return as === undefined || as === all ? [] : [{ tokenId, as }];
  });
  return {
    ...(all !== 'not_seen' && { unseen: all }),
    ...(differ.length > 0 && { unseenEach: differ }),
  };
}

/** The day in figures, in a window of its own: to look at and to print. */
function summaryOf(doctorId: DoctorId | null, day: ServiceDay | null): CallInput<'windows.open'> {
  return { screen: 'summary', ...booksOf(doctorId, day) };
}
