import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../shared/model/book-view';
import type { DoctorId } from '../../../../shared/model/ids';
import type { Reopened } from '../../../../shared/model/left-over';
import type { Preview } from '../../../../shared/model/preview';
import type { ServiceDay } from '../../../../shared/model/time';
import { dayPlus } from '../../data/days';
import { useCalls } from '../../data/query';
import { useStatus } from '../../data/status';
import { useDoctorIds } from '../../data/summaries';
import { useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { staffErrorText } from '../../i18n/errors';
import { slotText } from '../../i18n/format';
import { Alert } from '../../ui/Alert';
import { Overlay } from '../../ui/Overlay';
import { RadioRows } from '../../ui/RadioRows';
import { TokenNumber } from '../../ui/TokenNumber';
import { DialogForm } from '../DialogForm';
import { usePreview } from '../usePreview';
import { saidOf } from './left-over';

interface Props {
  /** null: every doctor. */
  readonly doctorId: DoctorId | null;
  /** The closed day to begin with; null: the first there is. */
  readonly day: ServiceDay | null;
  readonly onClose: () => void;
}

/** R28: a day closed by mistake, today's or yesterday's: who comes back is in view before it is opened again. */
export function ReopenDialog({ doctorId, day, onClose }: Props) {
  const { t } = useTranslation(['day', 'common']);
  const books = useClosedBooks(doctorId);
  return (
    <Overlay
      title={t('reopen.title')}
      closeLabel={t('close')}
      place="center"
      testId="day-reopen"
      onClose={onClose}
    >
      {books === null && <p className="text-ink-soft">{t('looking')}</p>}
      {books?.length === 0 && <p>{t('reopen.none')}</p>}
      {books !== null && books.length > 0 && <Choice books={books} start={day} onClose={onClose} />}
    </Overlay>
  );
}

interface ChoiceProps {
  readonly books: readonly BookView[];
  readonly start: ServiceDay | null;
  readonly onClose: () => void;
}

function Choice({ books, start, onClose }: ChoiceProps) {
  const { t } = useTranslation(['day', 'common']);
  const { busy, run } = useCommand();
  const today = useStatus()?.serviceDay;
  const [chosen, setChosen] = useState<string | null>(null);
  const first = books.find(({ serviceDay }) => serviceDay === start) ?? books[0];
  const book = books.find((one) => keyOf(one) === chosen) ?? first;
  const which = book && ({ doctorId: book.doctor.id, serviceDay: book.serviceDay } as const);
  const state = usePreview(
    which === undefined ? null : { command: 'books.reopen', ...which },
    book?.revision ?? 0,
    0,
  );

  async function open(): Promise<void> {
    if (which === undefined || book === undefined) return;
    const done = ({ leftOver }: Reopened): string =>
      saidOf(i18n.t('day:reopen.said', { doctor: book.doctor.name }), leftOver);
    await run('books.reopen', which, { done, after: onClose });
  }

  return (
    <DialogForm
      label={t('reopen.do')}
      busy={busy}
      isDisabled={state.kind !== 'known'}
      onConfirm={() => void open()}
      onClose={onClose}
    >
      <p className="text-ink-soft">{t('reopen.text')}</p>
      <RadioRows
        label={t('reopen.which')}
        autoFocus
        value={book === undefined ? null : keyOf(book)}
        onChange={setChosen}
        rows={books.map((one) => ({
          key: keyOf(one),
          text: t(one.serviceDay === today ? 'reopen.today' : 'reopen.yesterday', {
            doctor: one.doctor.name,
          }),
          testId: `day-reopen-${one.doctor.prefix}-${one.serviceDay === today ? 'today' : 'yesterday'}`,
        }))}
      />
      {book !== undefined && book.serviceDay !== today && <p>{t('reopen.yesterdayText')}</p>}
      {state.kind === 'refused' && (
        <Alert tone="warn" title={staffErrorText(state.error)} testId="day-refused" />
      )}
      {state.kind === 'known' && <ComingBack moved={state.preview.moved} />}
      {state.kind === 'known' && <StayingOver leftOver={state.preview.leftOver} />}
    </DialogForm>
  );
}

/** R28: who stays over, and why: nobody is missed unseen. */
function StayingOver({ leftOver }: Pick<Preview, 'leftOver'>) {
  const { t } = useTranslation('day');
  if (leftOver.length === 0) return null;
  return (
    <Alert tone="warn" title={t('reopen.left.title', { count: leftOver.length })} testId="day-left-over">
      <ul className="flex flex-col gap-0.5">
        {leftOver.map(({ tokenId, number, patientName, because }) => (
          <li key={tokenId} className="flex items-baseline gap-2 text-small">
            <TokenNumber className="text-small!">{number}</TokenNumber>
            {because === 'second_token' && <bdi className="min-w-0 truncate">{patientName}</bdi>}
            <span className="shrink-0">{t(`reopen.left.${because}`)}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** Who comes back, and where to; so many are named that all stay in view, the rest by number. */
const NAMED = 8;

function ComingBack({ moved }: Pick<Preview, 'moved'>) {
  const { t } = useTranslation(['day', 'common']);
  const rest = moved.slice(NAMED);
  return (
    <section
      aria-live="polite"
      data-testid="day-coming-back"
      className="flex flex-col gap-1 rounded-control bg-sunken px-4 py-3"
    >
      <h3 className="font-bold">{t('reopen.back', { count: moved.length })}</h3>
      <ul className="flex flex-col gap-0.5">
        {moved.slice(0, NAMED).map(({ tokenId, number, patientName, to }) => (
          <li key={tokenId} className="flex items-baseline gap-2 text-small">
            <TokenNumber className="text-small!">{number}</TokenNumber>
            <bdi className="min-w-0 grow truncate">{patientName}</bdi>
            <span className="figures shrink-0 text-ink-soft">
              {to === null ? t('tell.list') : slotText(to)}
            </span>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <p className="figures text-small text-ink-soft">
          {t('andAlso', { numbers: rest.map(({ number }) => number).join(', ') })}
        </p>
      )}
    </section>
  );
}

/** The closed days of today and yesterday that may be opened again; null: not known yet. */
function useClosedBooks(doctorId: DoctorId | null): readonly BookView[] | null {
  const today = useStatus()?.serviceDay;
  const all = useDoctorIds();
  const doctorIds = doctorId === null ? all : [doctorId];
  const days = today === undefined ? [] : [today, dayPlus(today, -1)];
  const books = useCalls(
    'books.view',
    days.flatMap((serviceDay) => doctorIds.map((id) => ({ doctorId: id, serviceDay }))),
  );
  const areKnown = books.length > 0 && books.every(({ value, error }) => (value ?? error) !== undefined);
  return areKnown ? books.flatMap(({ value }) => (value?.canReopen ? [value] : [])) : null;
}

function keyOf({ doctor, serviceDay }: BookView): string {
  return `${doctor.id} ${serviceDay}`;
}
