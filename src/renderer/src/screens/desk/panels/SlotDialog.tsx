import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewInput } from '../../../../../shared/contract/preview';
import type { BookView } from '../../../../../shared/model/book-view';
import type { DoctorId, SlotId } from '../../../../../shared/model/ids';
import type { SlotView } from '../../../../../shared/model/slot';
import { MAX_CAPACITY } from '../../../../../shared/model/slot';
import type { ServiceDay } from '../../../../../shared/model/time';
import { useBook } from '../../../data/books';
import type { Sending } from '../../../data/useCommand';
import { slotText } from '../../../i18n/format';
import { closeOverlay } from '../../../stores/deskView';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { Overlay } from '../../../ui/Overlay';
import { RadioRows } from '../../../ui/RadioRows';
import { ConfirmStep } from '../ConfirmStep';
import { useFocusFirst } from '../useFocusFirst';

interface Props {
  readonly doctorId: DoctorId;
  readonly slotId: SlotId;
  readonly day: ServiceDay;
}

/** One slot: how many seats it has, and whether it takes place. */
export function SlotDialog({ doctorId, slotId, day }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const book = useBook(doctorId, day).value;
  const slot = book?.slots.find(({ id }) => id === slotId);
  return (
    <Overlay
      title={
        book === undefined || slot === undefined
          ? t('common:loading')
          : t('slot.title', { slot: slotText(slot), doctor: book.doctor.name })
      }
      closeLabel={t('dialog.close')}
      place="center"
      testId="desk-slot-dialog"
      onClose={closeOverlay}
    >
      {book !== undefined && slot !== undefined && <Known key={slot.id} book={book} slot={slot} />}
    </Overlay>
  );
}

type What = 'change' | 'close' | 'reopen';

interface KnownProps {
  readonly book: BookView;
  readonly slot: SlotView;
}

function Known({ book, slot }: KnownProps) {
  const { t } = useTranslation(['desk', 'common']);
  const [what, setWhat] = useState<What>(slot.status === 'closed' ? 'reopen' : 'change');
  const [seats, setSeats] = useState(String(slot.capacity));
  const capacity = /^\d{1,3}$/.test(seats.trim()) ? Number(seats) : Number.NaN;
  const valid = capacity >= 0 && capacity <= MAX_CAPACITY;
  const field = useFocusFirst();
  const at = { doctorId: book.doctor.id, slotId: slot.id };
  if (slot.phase === 'ended') return <p>{t('slot.over')}</p>;

  async function confirm({ run }: Sending): Promise<boolean> {
    const wish = { ...at, serviceDay: book.serviceDay };
    const done =
      what === 'change' ? await run('slots.change', { ...wish, capacity }) : await run(`slots.${what}`, wish);
    return done !== null;
  }
  const preview: Record<What, PreviewInput | null> = {
    change: valid ? { command: 'slots.change', ...at, serviceDay: book.serviceDay, capacity } : null,
    close: { command: 'slots.close', ...at, serviceDay: book.serviceDay },
    reopen: null,
  };

  return (
    <ConfirmStep
      preview={preview[what]}
      revision={book.revision}
      label={what === 'change' ? t('slot.change', { seats }) : t(`slot.${what}`)}
      tone={what === 'close' ? 'danger' : 'primary'}
      countsPeople
      isDisabled={what === 'change' && !valid}
      onConfirm={confirm}
    >
      {slot.status === 'closed' ? (
        <p>{t('slot.isClosed')}</p>
      ) : (
        <>
          <FieldFrame
            label={t('slot.seats')}
            error={valid ? null : t('slot.seatsWrong', { most: MAX_CAPACITY })}
            errorTestId="desk-error"
          >
            {(ids) => (
              <input
                {...ids}
                ref={field}
                data-testid="desk-slot-seats"
                type="text"
                inputMode="numeric"
                value={seats}
                onChange={(event) => {
                  setWhat('change');
                  setSeats(event.target.value);
                }}
                className={`${fieldLook} figures`}
              />
            )}
          </FieldFrame>
          <RadioRows
            label={t('slot.what')}
            value={what}
            onChange={(key) => setWhat(key === 'close' ? 'close' : 'change')}
            rows={[
              { key: 'change', text: t('slot.changeSeats') },
              { key: 'close', text: t('slot.close'), testId: 'desk-slot-close' },
            ]}
          />
        </>
      )}
    </ConfirmStep>
  );
}
