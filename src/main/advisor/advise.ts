import { slotLengths, type TemplateFigures } from '../../shared/model/advice';
import type { AdviceFigures, AdviceJob } from '../app/outside/advice-room';
import { evaluator, type Session } from './evaluate';
import { bestTemplate } from './search';
import { serviceTime } from './service';

/** The template that there is against the best one, from what was measured. */
export function advise(job: AdviceJob): AdviceFigures {
  const { sessionMinutes, now, wished, noShow } = job;
  const service = serviceTime(job.meanMinutes, job.variation);
  const sessionOf = (slotMinutes: number): Session => ({
    lengths: slotLengths(sessionMinutes, slotMinutes),
    noShow,
    service,
  });
  const figuresNow = evaluator(sessionOf(now.slotMinutes));
  const session = sessionOf(wished.slotMinutes);
  const figures = evaluator(session);
  const isSame = now.slotMinutes === wished.slotMinutes && sum(now.booked) === wished.patients;
  // What there is wins where nothing is better than it.
  const start = isSame ? now.booked : evenly(wished.patients, session.lengths.length);
  const { booked } = bestTemplate(start, (one) => figures(one).objective);
  const suggested: TemplateFigures = { slotMinutes: wished.slotMinutes, ...figures(booked) };
  return { now: { slotMinutes: now.slotMinutes, ...figuresNow(now.booked) }, suggested };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

function evenly(patients: number, slots: number): number[] {
  const upTo = (slot: number): number => Math.floor((slot * patients) / slots);
  return Array.from({ length: slots }, (_, slot) => upTo(slot + 1) - upTo(slot));
}
