import type { CheckedInput } from '../../../shared/contract';
import type { DayFigures, DaySummary } from '../../../shared/model/day';
import { MINUTE } from '../../../shared/model/time';
import { isOpen, isUnseen, type Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { hourAt } from '../time/calendar';
import { checkReach } from '../time/reach';

/** What a day came to, of one doctor or of all who were at work. Errors: NOT_FOUND. */
export async function summarizeDay(
  { environment: { store }, settings, now, today }: Call,
  { doctorId, serviceDay }: CheckedInput<'books.summary'>,
): Promise<Result<DaySummary>> {
  const reach = checkReach(serviceDay, today);
  if (!reach.ok) return reach;
  const { clinicName, timeZone } = settings.clinic;
  const day = serviceDay ?? today;
  const doctors: DaySummary['doctors'] = [];
  const everybody: Token[] = [];
  for (const doctor of await store.doctors()) {
    if (doctorId !== undefined && doctor.id !== doctorId) continue;
    const book = await store.book({ doctorId: doctor.id, serviceDay: day }, today);
    if (!book || (!doctor.active && book.tokens.length === 0)) continue;
    everybody.push(...book.tokens);
    doctors.push({ doctor, status: book.status, figures: figuresOf(book.tokens, timeZone) });
  }
  if (doctorId !== undefined && doctors.length === 0) return fail('NOT_FOUND', 'There is no such doctor.');
  const total = figuresOf(everybody, timeZone);
  return ok({ serviceDay: day, clinicName, timeZone, now, doctors, total });
}

function figuresOf(tokens: readonly Token[], timeZone: string): DayFigures {
  const served = tokens.filter((token) => token.status === 'served');
  const cancelled = tokens.filter((token) => token.status === 'cancelled');
  const because = (reason: string): number =>
    cancelled.filter(({ cancelReason }) => cancelReason === reason).length;
  return {
    issued: tokens.length - because('undone'),
    served: served.length,
    noShows: tokens.filter(({ status }) => status === 'no_show').length,
    cancelled: because('patient') + because('staff'),
    transferred: because('transferred'),
    notSeen: cancelled.filter(({ cancelReason }) => isUnseen(cancelReason)).length,
    leftUnseen: because('left_unseen'),
    sentAway: because('sent_away'),
    doctorGone: because('doctor_gone'),
    closedByClock: because('closed_by_clock'),
    open: tokens.filter(isOpen).length,
    waitMinutes: mean(served.flatMap((token) => between(token.checkedInAt, token.calledAt))),
    consultationMinutes: mean(served.flatMap((token) => between(token.startedAt, token.servedAt))),
    byHour: byHour(
      served.map(({ servedAt }) => servedAt),
      timeZone,
    ),
  };
}

/** In minutes; nothing where one of the two is not known. */
function between(from: number | null, to: number | null): number[] {
  return from === null || to === null ? [] : [Math.max(0, to - from) / MINUTE];
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function byHour(instants: readonly number[], timeZone: string): DayFigures['byHour'] {
  const counts = new Map<number, number>();
  for (const instant of [...instants].sort((a, b) => a - b)) {
    const hour = hourAt(instant, timeZone);
    counts.set(hour, (counts.get(hour) ?? 0) + 1);
  }
  return [...counts].map(([hour, count]) => ({ hour, served: count }));
}
