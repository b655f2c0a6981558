import type { ServiceDay } from '../../../../shared/model/time';
import { minuteOf } from '../../../../shared/model/typed-session';

/** Days, whole or a part of each, as typed. */
export interface WhenDraft {
  readonly from: ServiceDay;
  readonly to: ServiceDay;
  readonly isWhole: boolean;
  readonly start: string;
  readonly end: string;
}

interface When {
  readonly from: ServiceDay;
  readonly to: ServiceDay;
  readonly startMinute: number | null;
  readonly endMinute: number | null;
}

export type WhenProblems = Partial<Record<'start' | 'end', 'noTime' | 'noneGiven' | 'endsBefore'>>;

export function wholeDay(day: ServiceDay): WhenDraft {
  return { from: day, to: day, isWhole: true, start: '', end: '' };
}

/** What the fields come to; `when` is null while something is wrong. */
export function readWhen(draft: WhenDraft): { readonly when: When | null; readonly problems: WhenProblems } {
  const { from, isWhole, start, end } = draft;
  const to = draft.to < from ? from : draft.to;
  if (isWhole) return { when: { from, to, startMinute: null, endMinute: null }, problems: {} };
  const startMinute = minuteOf(start);
  const endMinute = minuteOf(end);
  const problems: WhenProblems = {
    ...(start.trim() !== '' && startMinute === null && { start: 'noTime' }),
    ...(end.trim() !== '' && endMinute === null && { end: 'noTime' }),
    ...(start.trim() === '' && end.trim() === '' && { start: 'noneGiven' }),
    ...(startMinute !== null && endMinute !== null && endMinute <= startMinute && { end: 'endsBefore' }),
  };
  const isRight = Object.keys(problems).length === 0;
  return { when: isRight ? { from, to, startMinute, endMinute } : null, problems };
}
