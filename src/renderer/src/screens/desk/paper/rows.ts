import type { BookView } from '../../../../../shared/model/book-view';
import { asciiDigits } from '../../../../../shared/model/fold';
import type { PaperRow } from '../../../../../shared/model/paper';
import { patientContactSchema, patientNameSchema } from '../../../../../shared/model/patient';
import { clockText, MINUTE } from '../../../../../shared/model/time';
import { sequenceSchema } from '../../../../../shared/model/token';
import type { PaperDraftRow } from '../../../stores/paperDraft';

/** What is wrong with a row as it is typed, before main is asked. */
export type RowProblem = 'number' | 'time' | 'name' | 'phone';

/** A row as it is entered, or what is wrong with it. */
export type ReadRow = { readonly row: PaperRow } | { readonly problem: RowProblem };

/** `7`, `P07` and `A-P07` are the same blank; 9:40 is also typed 940. */
export function readRow(typed: PaperDraftRow, midnight: number): ReadRow {
  const digits = /^(?:[^\d]*)(\d{1,4})$/.exec(asciiDigits(typed.number.trim()))?.[1];
  const sequence = sequenceSchema.safeParse(Number(digits ?? Number.NaN));
  if (!sequence.success) return { problem: 'number' };
  const minute = minuteOf(typed.time);
  if (minute === null) return { problem: 'time' };
  const patientName = patientNameSchema.safeParse(typed.name);
  if (!patientName.success) return { problem: 'name' };
  const patientContact = patientContactSchema.safeParse(typed.phone);
  if (!patientContact.success) return { problem: 'phone' };
  return {
    row: {
      sequence: sequence.data,
      at: midnight + minute * MINUTE,
      source: typed.source,
      patientName: patientName.data,
      patientContact: patientContact.data,
      became: typed.became,
    },
  };
}

/** A clock time as typed, in minutes since midnight; null: it is none. */
function minuteOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2})[:.٫ ]?([0-5]\d)$/.exec(asciiDigits(text.trim())) ?? [];
  const hour = Number(hours ?? Number.NaN);
  return hour < 24 ? hour * 60 + Number(minutes) : null;
}

/** Nobody is in it yet: the last row waits for the next patient, and is not sent. */
export function isBlank({ name, phone }: PaperDraftRow): boolean {
  return name.trim() === '' && phone.trim() === '';
}

/** The row after this one: the next number, the same time until another is typed, and what most of them have in common. */
export function rowAfter(last: PaperDraftRow): PaperDraftRow {
  const [, before = '', digits] = /^(.*?)(\d{1,4})$/.exec(asciiDigits(last.number.trim())) ?? [];
  const next = digits === undefined ? '' : before + String(Number(digits) + 1).padStart(digits.length, '0');
  const { time, became } = last;
  return { ...emptyRow(), number: next, time, became };
}

/** Where a list begins: after the last blank of this day that was entered, at this hour; else with whatever the first blank says. */
export function firstRow({ tokens, now, ...book }: BookView): PaperDraftRow {
  const last = Math.max(
    0,
    ...tokens.filter(({ series }) => series === 'paper').map(({ sequence }) => sequence),
  );
  const minute = Math.floor((now - midnightOf({ now, ...book })) / MINUTE);
  const time = clockText(Math.min(Math.max(minute, 0), 24 * 60 - 1));
  return { ...emptyRow(), number: last === 0 ? '' : String(last + 1).padStart(2, '0'), time };
}

function emptyRow(): PaperDraftRow {
  return {
    key: crypto.randomUUID(),
    number: '',
    time: '',
    name: '',
    phone: '',
    became: 'waits',
    source: 'walk_in',
  };
}

/** Midnight of the book's day as an instant, by its first slot; without slots by the clock, which then refuses it. */
export function midnightOf({ slots, now }: Pick<BookView, 'slots' | 'now'>): number {
  const [slot] = slots;
  return slot === undefined ? now - (now % MINUTE) : slot.startsAt - slot.startMinute * MINUTE;
}
