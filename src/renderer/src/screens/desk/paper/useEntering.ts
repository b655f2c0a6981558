import { useState } from 'react';
import type { BookView } from '../../../../../shared/model/book-view';
import type { CheckedPaperRow } from '../../../../../shared/model/paper';
import { clockText, MINUTE } from '../../../../../shared/model/time';
import type { Token } from '../../../../../shared/model/token';
import { call } from '../../../api/client';
import type { Sending } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import type { PaperDraftRow } from '../../../stores/paperDraft';
import { say, sayError } from '../../../ui/toasts';
import { deskChanges } from '../act';
import { type RowProblem, readRow } from './rows';

/** What is said under a row: it cannot be entered so, or it looks odd. */
export interface RowSays {
  readonly isProblem: boolean;
  /** Where it is put right. */
  readonly cell: RowProblem;
  readonly text: string;
}

interface Entering {
  /** What was found in this row as it stands; null: nothing, or it was changed since. */
  saysOf(row: PaperDraftRow): RowSays | null;
  /** Only doubts are left, and the same again enters them all the same. */
  readonly isAsking: boolean;
  /** Checks all, and enters all if nothing is wrong. Null: something went wrong, and was said. */
  enter(
    sending: Sending,
    rows: readonly PaperDraftRow[],
  ): Promise<{ readonly tokens: readonly Token[] } | { readonly focus: string } | null>;
  /** Rows to enter again, of tokens that were taken back. */
  rowsOf(tokens: readonly Token[]): PaperDraftRow[];
}

/** Entering a list: first everything that is wrong or odd is shown, then all of it is one act (R25). */
export function useEntering({ doctor, serviceDay }: BookView, midnight: number): Entering {
  const [found, setFound] = useState<ReadonlyMap<string, RowSays>>(new Map());
  const [agreed, setAgreed] = useState<string | null>(null);
  const key = (row: PaperDraftRow): string => JSON.stringify(row);

  async function enter(sending: Sending, typed: readonly PaperDraftRow[]): ReturnType<Entering['enter']> {
    const read = typed.map((row) => readRow(row, midnight));
    const wrong = new Map<string, RowSays>();
    read.forEach((one, index) => {
      const row = typed[index];
      if (row !== undefined && 'problem' in one) wrong.set(key(row), problemOf(one.problem));
    });
    const first = read.findIndex((one) => 'problem' in one);
    const firstRead = read[first];
    if (firstRead !== undefined && 'problem' in firstRead) {
      setFound(wrong);
      return { focus: `${typed[first]?.key} ${firstRead.problem}` };
    }
    const rows = read.flatMap((one) => ('row' in one ? [one.row] : []));
    const wish = { doctorId: doctor.id, serviceDay };
    const checked = await call('tokens.checkPaper', { ...wish, rows });
    if (!checked.ok) {
      sayError(checked.error);
      return null;
    }
    const says = new Map<string, RowSays>();
    checked.value.forEach((one, index) => {
      const row = typed[index];
      const said = saysOf(one, doctor.prefix);
      if (row !== undefined && said !== null) says.set(key(row), said);
    });
    setFound(says);
    const bad = checked.value.findIndex(({ problem }) => problem !== null);
    if (bad >= 0) return { focus: `${typed[bad]?.key} ${cellOf(checked.value[bad])}` };
    const whole = JSON.stringify(typed);
    const odd = checked.value.findIndex(({ doubts }) => doubts.length > 0);
    if (odd >= 0 && agreed !== whole) {
      setAgreed(whole);
      return { focus: `${typed[odd]?.key} ${cellOf(checked.value[odd])}` };
    }
    const knowingly = rows.map((row, index) =>
      checked.value[index]?.doubts.includes('has_token') ? { ...row, allowDuplicate: true } : row,
    );
    const done = await sending.run('tokens.paper', { ...wish, rows: knowingly });
    if (done === null) return null;
    for (const { id } of done.tokens) deskChanges.remember(id);
    say(i18n.t('paper:said', { count: done.tokens.length }), null);
    return { tokens: done.tokens };
  }

  return {
    saysOf: (row) => found.get(key(row)) ?? null,
    isAsking: agreed !== null && found.size > 0 && [...found.values()].every(({ isProblem }) => !isProblem),
    enter,
    rowsOf: (tokens) =>
      tokens.map((token) => ({
        key: crypto.randomUUID(),
        number: String(token.sequence).padStart(2, '0'),
        time: clockText(Math.round((token.createdAt - midnight) / MINUTE)),
        name: token.patientName,
        phone: token.patientContact,
        became: token.status === 'served' ? 'served' : token.status === 'cancelled' ? 'left' : 'waits',
        source: token.source,
      })),
  };
}

const aboutTime: ReadonlySet<string> = new Set(['out_of_order', 'before_outage']);

function problemOf(problem: RowProblem): RowSays {
  return { isProblem: true, cell: problem, text: i18n.t(`paper:wrong.${problem}`) };
}

function saysOf(checked: CheckedPaperRow, prefix: string): RowSays | null {
  const { problem, message, doubts } = checked;
  const cell = cellOf(checked);
  if (problem === 'refused')
    return { isProblem: true, cell, text: `${i18n.t('paper:problem.refused')} ${message}` };
  if (problem !== null) return { isProblem: true, cell, text: i18n.t(`paper:problem.${problem}`) };
  if (doubts.length === 0) return null;
  return {
    isProblem: false,
    cell,
    text: doubts.map((doubt) => i18n.t(`paper:doubt.${doubt}`, { prefix })).join(' '),
  };
}

function cellOf(checked: CheckedPaperRow | undefined): RowProblem {
  const late = checked?.problem === 'future' || checked?.doubts.some((doubt) => aboutTime.has(doubt));
  return late ? 'time' : 'number';
}
