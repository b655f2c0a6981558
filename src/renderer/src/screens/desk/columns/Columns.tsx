import { type FocusEvent, type KeyboardEvent, memo, useDeferredValue, useMemo, useState } from 'react';
import { isRTL } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../../shared/model/book-view';
import type { DoctorId } from '../../../../../shared/model/ids';
import type { ServiceDay } from '../../../../../shared/model/time';
import { useBooks } from '../../../data/books';
import { currentLanguage } from '../../../i18n';
import { staffErrorText } from '../../../i18n/errors';
import { dayText } from '../../../i18n/format';
import { changeDraft } from '../../../stores/deskDraft';
import { showPastDay } from '../../../stores/deskView';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { Spinner } from '../../../ui/Spinner';
import { useInPieces } from '../../../ui/useInPieces';
import { DoctorColumn } from './DoctorColumn';
import { walk } from './focus';
import { ShownBar } from './ShownBar';

interface Props {
  /** Those who are shown at this desk. */
  readonly doctorIds: readonly DoctorId[];
  /** How many there are. */
  readonly of: number;
  readonly day: ServiceDay;
  readonly today: ServiceDay;
}

/** Every doctor's day side by side; one place for Tab, walked with the arrow keys. */
export const Columns = memo(function Columns({ doctorIds, of, day, today }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const books = useBooks(doctorIds, day);
  const current = useMemo(() => books.flatMap(({ value }) => value ?? []), [books]);
  // In pieces that let a frame between them: whoever types does not wait for the columns.
  const views = useInPieces(useDeferredValue(current), 1, 1);
  const failed = books.find(({ value, error }) => value === undefined && error !== undefined)?.error;
  const [focused, setFocused] = useState<string | null>(null);
  const home = views.find((view) => holds(view, focused)) ?? views[0];
  const entry = home !== undefined && !holds(home, focused) ? (home.slots[0]?.id ?? home.doctor.id) : focused;

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    if (event.target.dataset.boardItem === undefined) return;
    if (walk(event.target, event.key, isRTL(currentLanguage()))) event.preventDefault();
  }

  function onFocus({ target }: FocusEvent<HTMLElement>): void {
    if (target.dataset.boardItem !== undefined) setFocused(target.id.replace(/^board-/, ''));
  }

  return (
    <section
      aria-label={t('board.label')}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      // Where it gets its size from the window, what changes beside it lays out no column, nor one column another.
      className="clear-of-toasts flex min-h-0 min-w-0 grow flex-col gap-2 min-[901px]:[contain:size_layout]"
    >
      {doctorIds.length < of && <ShownBar count={doctorIds.length} all={of} />}
      {day !== today && (
        <div className="flex shrink-0 flex-wrap items-center gap-3 rounded-control bg-warn-soft px-3 py-1.5 text-warn">
          <p className="grow font-bold">{t('board.otherDay', { day: dayText(day) })}</p>
          <Button
            size="small"
            onPress={() => {
              if (day < today) showPastDay(null);
              else changeDraft({ day: null });
            }}
            data-testid="desk-today"
          >
            {t('board.backToToday')}
          </Button>
        </div>
      )}
      {failed !== undefined && (
        <Alert tone="danger" title={staffErrorText(failed)} testId="desk-boards-error" />
      )}
      <div className="-m-1 flex min-h-0 grow items-start gap-2.5 overflow-x-auto p-1 [scrollbar-width:thin]">
        {views.length === 0 && failed === undefined && (
          <p role="status" className="m-auto flex items-center gap-2 text-ink-soft">
            <Spinner /> {t('common:loading')}
          </p>
        )}
        {views.map((view, index) => (
          <DoctorColumn
            key={view.doctor.id}
            view={view}
            index={index}
            entry={view === home ? (entry ?? '') : ''}
            isToday={view.serviceDay === today}
          />
        ))}
      </div>
    </section>
  );
});

/** Whether this doctor's column has the item. */
function holds({ doctor, slots, tokens }: BookView, id: string | null): boolean {
  if (id === null) return false;
  return doctor.id === id || slots.some((slot) => slot.id === id) || tokens.some((token) => token.id === id);
}
