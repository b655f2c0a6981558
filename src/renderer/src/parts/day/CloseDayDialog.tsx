import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosePreview } from '../../../../shared/model/day';
import type { DoctorId } from '../../../../shared/model/ids';
import type { Result } from '../../../../shared/result';
import { call, subscribe } from '../../api/client';
import { useLock } from '../../api/useLock';
import { i18n } from '../../i18n';
import { staffErrorText } from '../../i18n/errors';
import { useSummaries } from '../../stores/summaries';
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
  readonly onClose: () => void;
}

/** R16: who would become what, reviewed before the day is closed; then the day in figures. */
export function CloseDayDialog({ doctorId, onClose }: Props) {
  const { t } = useTranslation(['day', 'common']);
  const { busy, run } = useLock();
  const [answer, ask] = useClosePreview(doctorId);
  const open = answer?.ok === true ? answer.value.filter(({ status }) => status === 'open') : [];
  const reach = useReach(open);
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
    await openSummary(doctorId);
  }

  if (reopening) return <ReopenDialog doctorId={doctorId} day={null} onClose={onClose} />;
  return (
    <Overlay
      title={t('closing.title')}
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
            {answer.value.map((preview) => (
              <Review key={preview.doctor.id} preview={preview} />
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">
            <Button icon="board" onPress={() => void openSummary(doctorId)}>
              {t('closing.figures')}
            </Button>
            <Button icon="return" onPress={() => setReopening(true)} data-testid="day-open-again">
              {t('closing.reopen')}
            </Button>
          </div>
        </DialogForm>
      )}
    </Overlay>
  );
}

/** Whose turn would never come, and where seats could still be had. */
function useReach(open: readonly ClosePreview[]): Reach {
  const summaries = useSummaries((state) => state.doctors) ?? [];
  const people = open.reduce((sum, { notSeen, noShows }) => sum + notSeen.length + noShows.length, 0);
  const ids = new Set(open.map(({ doctor }) => doctor.id));
  const doctors = summaries.filter(({ doctor, nextSlot }) => nextSlot !== null && ids.has(doctor.id));
  return { people, doctors: doctors.length };
}

/** The review, asked for again whenever a book changes: it is of now, not of when the dialog opened. */
function useClosePreview(doctorId: DoctorId | null): [Result<ClosePreview[]> | null, () => void] {
  const [answer, setAnswer] = useState<Result<ClosePreview[]> | null>(null);
  const ask = useCallback(() => {
    void call('books.closePreview', doctorId === null ? {} : { doctorId }).then(setAnswer);
  }, [doctorId]);
  useEffect(() => {
    ask();
    return subscribe(({ type }) => {
      if (type === 'bookChanged' || type === 'dayChanged' || type === 'everythingChanged') ask();
    });
  }, [ask]);
  return [answer, ask];
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
export async function openSummary(doctorId: DoctorId | null): Promise<void> {
  const one = doctorId === null ? {} : { doctorId };
  const answer = await call('windows.open', { screen: 'summary', ...one });
  if (!answer.ok) sayError(answer.error);
}
