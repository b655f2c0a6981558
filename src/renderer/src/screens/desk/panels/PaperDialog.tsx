import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../../shared/model/book-view';
import { patientContactSchema, patientNameSchema } from '../../../../../shared/model/patient';
import { clockText, MINUTE } from '../../../../../shared/model/time';
import { type Source, sources } from '../../../../../shared/model/token';
import type { Sending } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { closeOverlay } from '../../../stores/deskView';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { Overlay } from '../../../ui/Overlay';
import { RadioRows } from '../../../ui/RadioRows';
import { SelectField } from '../../../ui/SelectField';
import { onToken } from '../act';
import { ConfirmStep } from '../ConfirmStep';
import { useFocusFirst } from '../useFocusFirst';

const clockPattern = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** R25: a paper blank of an outage, entered afterwards with its own number and time. */
export function PaperDialog({ book }: { readonly book: BookView }) {
  const { t } = useTranslation(['desk', 'common']);
  const field = useFocusFirst();
  const midnight = midnightOf(book);
  const [number, setNumber] = useState('');
  const [clock, setClock] = useState(clockText(Math.floor((book.now - midnight) / MINUTE)));
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [source, setSource] = useState<Source>('walk_in');
  const [seen, setSeen] = useState<'waits' | 'seen'>('waits');
  const [checked, setChecked] = useState(false);
  const { prefix } = book.doctor;
  const sequence = Number(/(\d{1,4})$/.exec(number.trim())?.[1] ?? Number.NaN);
  const [, hours, minutes] = clockPattern.exec(clock.trim()) ?? [];
  const patientName = patientNameSchema.safeParse(name);
  const patientContact = patientContactSchema.safeParse(phone);

  async function confirm({ run }: Sending): Promise<boolean> {
    setChecked(true);
    if (hours === undefined || !patientName.success || !patientContact.success) return false;
    if (number.trim() !== '' && !(sequence > 0)) return false;
    const wish = {
      doctorId: book.doctor.id,
      serviceDay: book.serviceDay,
      ...(number.trim() === '' ? {} : { sequence }),
      at: midnight + (Number(hours) * 60 + Number(minutes)) * MINUTE,
      source,
      patientName: patientName.data,
      patientContact: patientContact.data,
      served: seen === 'seen',
    };
    const ways = onToken((token) => i18n.t('desk:paper.said', { number: token.number }));
    return (await run('tokens.paper', wish, ways)) !== null;
  }

  return (
    <Overlay
      title={t('paper.title', { doctor: book.doctor.name })}
      closeLabel={t('dialog.close')}
      place="center"
      testId="desk-paper-dialog"
      onClose={closeOverlay}
    >
      <ConfirmStep preview={null} revision={0} label={t('paper.enter')} onConfirm={confirm}>
        <div className="grid grid-cols-2 gap-3">
          <FieldFrame
            label={t('paper.number', { prefix })}
            error={checked && number.trim() !== '' && !(sequence > 0) ? t('paper.numberWrong') : null}
          >
            {(ids) => (
              <input
                {...ids}
                ref={field}
                data-testid="desk-paper-number"
                type="text"
                placeholder={t('paper.next')}
                value={number}
                onChange={(event) => setNumber(event.target.value)}
                className={`${fieldLook} figures`}
              />
            )}
          </FieldFrame>
          <FieldFrame
            label={t('paper.time')}
            error={checked && hours === undefined ? t('paper.timeWrong') : null}
          >
            {(ids) => (
              <input
                {...ids}
                data-testid="desk-paper-time"
                type="text"
                value={clock}
                onChange={(event) => setClock(event.target.value)}
                className={`${fieldLook} figures`}
              />
            )}
          </FieldFrame>
        </div>
        <FieldFrame
          label={t('issue.name')}
          error={checked && !patientName.success ? t('issue.problem.nameMissing') : null}
        >
          {(ids) => (
            <input
              {...ids}
              data-testid="desk-paper-name"
              type="text"
              dir="auto"
              value={name}
              onChange={(event) => setName(event.target.value)}
              className={fieldLook}
            />
          )}
        </FieldFrame>
        <FieldFrame
          label={t('issue.phone')}
          error={checked && !patientContact.success ? t('issue.problem.phone') : null}
        >
          {(ids) => (
            <input
              {...ids}
              data-testid="desk-paper-phone"
              type="text"
              inputMode="tel"
              value={phone}
              onChange={(event) => setPhone(event.target.value)}
              className={`${fieldLook} figures`}
            />
          )}
        </FieldFrame>
        <SelectField
          label={t('issue.source')}
          value={source}
          choices={sources.map((key) => ({ key, text: t(`common:source.${key}`) }))}
          testId="desk-paper-source"
          onChange={(key) => setSource(sources.find((one) => one === key) ?? 'walk_in')}
        />
        <RadioRows
          label={t('paper.what')}
          value={seen}
          onChange={(key) => setSeen(key === 'seen' ? 'seen' : 'waits')}
          rows={[
            { key: 'waits', text: t('paper.waits') },
            { key: 'seen', text: t('paper.seen'), testId: 'desk-paper-seen' },
          ]}
        />
      </ConfirmStep>
    </Overlay>
  );
}

/** Midnight of the book's day as an instant, by its first slot; without slots by the clock, which then refuses it. */
function midnightOf({ slots, now }: BookView): number {
  const [slot] = slots;
  return slot === undefined ? now - (now % MINUTE) : slot.startsAt - slot.startMinute * MINUTE;
}
