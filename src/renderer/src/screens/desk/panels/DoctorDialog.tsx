import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../../shared/model/book-view';
import type { DoctorId } from '../../../../../shared/model/ids';
import type { ServiceDay } from '../../../../../shared/model/time';
import { inBrowser } from '../../../api/client';
import { useBook } from '../../../data/books';
import { useCommand } from '../../../data/useCommand';
import { CloseDayDialog } from '../../../parts/day/CloseDayDialog';
import { ReopenDialog } from '../../../parts/day/ReopenDialog';
import { TimesDialog, type TimesKind } from '../../../parts/day/TimesDialog';
import { BlanksDialog } from '../../../parts/paper/BlanksDialog';
import { closeOverlay, show } from '../../../stores/deskView';
import { Button } from '../../../ui/Button';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { Overlay } from '../../../ui/Overlay';
import { ConfirmStep } from '../ConfirmStep';
import { useFocusFirst } from '../useFocusFirst';
import { DayListButton } from './DayListButton';

const MOST_MINUTES = 720;
const usual = [0, 10, 20, 30, 45, 60] as const;

interface Props {
  readonly doctorId: DoctorId;
  readonly today: ServiceDay;
}

/** R22: a doctor who is late or on a break; printed times and seats stay, and whoever is not here is called. */
export function DoctorDialog({ doctorId, today }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const book = useBook(doctorId, today).value;
  const [times, setTimes] = useState<Other | null>(null);
  if (times === 'close') return <CloseDayDialog doctorId={doctorId} onClose={closeOverlay} />;
  if (times === 'reopen') return <ReopenDialog doctorId={doctorId} day={today} onClose={closeOverlay} />;
  if (times === 'blanks') {
    return <BlanksDialog doctorIds={[doctorId]} makesSheets={!inBrowser} onClose={closeOverlay} />;
  }
  if (times !== null && book !== undefined) {
    return <TimesDialog kind={times} view={book} onClose={closeOverlay} />;
  }
  return (
    <Overlay
      title={book?.doctor.name ?? t('common:loading')}
      closeLabel={t('dialog.close')}
      place="center"
      testId="desk-doctor-dialog"
      onClose={closeOverlay}
    >
      {book !== undefined && <Known book={book} onOther={setTimes} />}
    </Overlay>
  );
}

type Other = TimesKind | 'close' | 'reopen' | 'blanks';

interface KnownProps {
  readonly book: BookView;
  readonly onOther: (what: Other) => void;
}

function Known({ book, onOther }: KnownProps) {
  const { t } = useTranslation(['desk', 'common', 'day', 'paper']);
  const ahead = book.slots.filter(({ phase }) => phase === 'upcoming' || phase === 'running');
  const now = Math.max(0, ...ahead.map(({ delayMinutes }) => delayMinutes));
  const [text, setText] = useState(String(now));
  const minutes = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  const valid = minutes >= 0 && minutes <= MOST_MINUTES;
  const field = useFocusFirst();
  const { runBare } = useCommand();
  const slotIds = new Set<string>(ahead.map(({ id }) => id));
  const toCall = book.tokens.filter(
    (token) => token.status === 'active' && token.checkedInAt === null && slotIds.has(token.slotId),
  ).length;
  const { id: doctorId } = book.doctor;

  return (
    <ConfirmStep
      preview={valid && minutes !== now ? { command: 'doctors.setDelay', doctorId, minutes } : null}
      revision={book.revision}
      label={minutes === 0 ? t('doctor.onTime') : t('doctor.setLate', { minutes: text })}
      isDisabled={!valid || minutes === now}
      onConfirm={async ({ run }) => (await run('doctors.setDelay', { doctorId, minutes })) !== null}
    >
      <FieldFrame
        label={t('doctor.late')}
        error={valid ? null : t('doctor.lateWrong', { most: MOST_MINUTES })}
        errorTestId="desk-error"
      >
        {(ids) => (
          <input
            {...ids}
            ref={field}
            data-testid="desk-late"
            type="text"
            inputMode="numeric"
            value={text}
            onChange={(event) => setText(event.target.value)}
            className={`${fieldLook} figures`}
          />
        )}
      </FieldFrame>
      <div className="flex flex-wrap gap-2">
        {usual.map((one) => (
          <Button key={one} size="small" onPress={() => setText(String(one))}>
            {one === 0 ? t('doctor.onTime') : t('doctor.minutes', { minutes: one })}
          </Button>
        ))}
      </div>
      <p data-testid="desk-late-effect" className="rounded-control bg-sunken px-4 py-3">
        {minutes > 0 ? t('doctor.toCall', { count: toCall }) : t('doctor.printedStay')}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button icon="pause" onPress={() => onOther('break')} data-testid="desk-doctor-break">
          {t('doctor.break')}
        </Button>
        <Button icon="door" onPress={() => onOther('leave')} data-testid="desk-doctor-leave">
          {t('doctor.leave')}
        </Button>
        {book.canReopen ? (
          <Button icon="return" onPress={() => onOther('reopen')} data-testid="desk-doctor-reopen">
            {t('day:reopen.button')}
          </Button>
        ) : (
          <Button icon="moon" onPress={() => onOther('close')} data-testid="desk-doctor-close">
            {t('doctor.endDay')}
          </Button>
        )}
        <Button
          icon="ticket"
          onPress={() => show({ kind: 'paper', doctorId, day: book.serviceDay })}
          data-testid="desk-doctor-paper"
        >
          {t('doctor.paper')}
        </Button>
        <Button
          icon="stethoscope"
          onPress={() => void runBare('windows.open', { screen: 'doctor', doctorId })}
        >
          {t('doctor.openQueue')}
        </Button>
        <Button icon="printer" data-testid="desk-blanks" onPress={() => onOther('blanks')}>
          {t('paper:make.button')}
        </Button>
        <DayListButton doctorId={doctorId} serviceDay={book.serviceDay} />
      </div>
    </ConfirmStep>
  );
}
