import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../../shared/model/book-view';
import type { Token } from '../../../../../shared/model/token';
import { useCommand } from '../../../data/useCommand';
import { DialogForm } from '../../../parts/DialogForm';
import { closeOverlay } from '../../../stores/deskView';
import { type PaperDraftRow, setPaperRows, usePaperRows } from '../../../stores/paperDraft';
import { Button } from '../../../ui/Button';
import { Entered } from './Entered';
import { PaperRowFields } from './PaperRowFields';
import { firstRow, isBlank, midnightOf, rowAfter } from './rows';
import { useEntering } from './useEntering';

/** The rows of one doctor's list: typed by keyboard alone, checked all together, then entered all together. */
export function PaperList({ book }: { readonly book: BookView }) {
  const { t } = useTranslation(['paper', 'common']);
  const list = `${book.doctor.id} ${book.serviceDay}`;
  const kept = usePaperRows(list);
  const [start] = useState(() => firstRow(book));
  const rows = kept.length === 0 ? [start] : kept;
  const filled = rows.filter((row) => !isBlank(row));
  const [entered, setEntered] = useState<readonly Token[] | null>(null);
  const command = useCommand();
  const entering = useEntering(book, midnightOf(book));
  const table = useRef<HTMLTableElement | null>(null);
  const [goTo, setGoTo] = useState<string | null>(
    `${rows.at(-1)?.key} ${rows.length > 1 ? 'name' : 'number'}`,
  );

  useEffect(() => {
    if (goTo === null) return;
    const field = table.current?.querySelector<HTMLInputElement>(`[data-cell="${goTo}"]`);
    field?.focus();
    field?.select();
    setGoTo(null);
  }, [goTo]);

  function change(key: string, part: Partial<PaperDraftRow>): void {
    setPaperRows(
      list,
      rows.map((row) => (row.key === key ? { ...row, ...part } : row)),
    );
  }

  function remove(key: string): void {
    const left = rows.filter((row) => row.key !== key);
    setPaperRows(list, left);
    setGoTo(`${left.at(-1)?.key} name`);
  }

  function clear(): void {
    setPaperRows(list, []);
    setGoTo(`${start.key} number`);
  }

  /** Enter: on to the next row; on the last one that is empty, all of them are entered. */
  function onEnter(event: KeyboardEvent, index: number): void {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    const row = rows[index];
    const next = rows[index + 1];
    if (row === undefined || (isBlank(row) && next === undefined && filled.length > 0)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    if (next !== undefined) setGoTo(`${next.key} name`);
    else if (isBlank(row)) setGoTo(`${row.key} name`);
    else {
      const added = rowAfter(row);
      setPaperRows(list, [...rows, added]);
      setGoTo(`${added.key} name`);
    }
  }

  async function confirm(): Promise<void> {
    const done = await command.together((sending) => entering.enter(sending, filled));
    if (done === null) return;
    if ('tokens' in done) {
      setPaperRows(list, []);
      setEntered(done.tokens);
    } else setGoTo(done.focus);
  }

  if (entered !== null) {
    return (
      <Entered
        tokens={entered}
        timeZoneMidnight={midnightOf(book)}
        onUndone={(tokens) => {
          const again = entering.rowsOf(tokens);
          setPaperRows(list, again);
          setGoTo(`${again.at(-1)?.key} name`);
          setEntered(null);
        }}
        onDone={closeOverlay}
      />
    );
  }
  return (
    <DialogForm
      label={
        entering.isAsking
          ? t('enterAllTheSame', { count: filled.length })
          : t('enter', { count: filled.length })
      }
      busy={command.busy}
      isDisabled={filled.length === 0}
      enterGoesOn
      testId="desk-paper-enter"
      onConfirm={() => void confirm()}
      onClose={closeOverlay}
    >
      <table
        ref={table}
        className="w-full table-fixed border-separate border-spacing-x-1.5 border-spacing-y-1"
      >
        <thead>
          <tr className="text-start text-small font-semibold text-ink-soft">
            <th scope="col" className="w-24 text-start">
              {t('number', { prefix: book.doctor.prefix })}
            </th>
            <th scope="col" className="text-start">
              {t('name')}
            </th>
            <th scope="col" className="w-40 text-start">
              {t('phone')}
            </th>
            <th scope="col" className="w-20 text-start">
              {t('time')}
            </th>
            <th scope="col" className="w-36 text-start">
              {t('became')}
            </th>
            <th scope="col" className="w-32 text-start">
              {t('source')}
            </th>
            <th scope="col" className="w-10">
              <span className="sr-only">{t('remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <PaperRowFields
              key={row.key}
              row={row}
              says={entering.saysOf(row)}
              onChange={(part) => change(row.key, part)}
              onEnter={(event) => onEnter(event, index)}
              onRemove={rows.length > 1 ? () => remove(row.key) : null}
            />
          ))}
        </tbody>
      </table>
      {rows.length > 1 && (
        <div>
          <Button size="small" tone="quiet" data-testid="desk-paper-clear" onPress={clear}>
            {t('clear')}
          </Button>
        </div>
      )}
    </DialogForm>
  );
}
