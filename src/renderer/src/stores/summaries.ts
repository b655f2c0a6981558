import { create } from 'zustand';
import type { DoctorSummary } from '../../../shared/model/doctor-summary';
import type { AppError } from '../../../shared/result';
import { call } from '../api/client';
import { isFresh } from './accept';
import { generation } from './generation';
import { createRefresher } from './refresher';

interface SummariesState {
  /** null until the first answer. */
  readonly doctors: readonly DoctorSummary[] | null;
  readonly error: AppError | null;
}

export const useSummaries = create<SummariesState>(() => ({ doctors: null, error: null }));

export const summariesMirror = createRefresher(async () => {
  const askedIn = generation.current();
  const answer = await call('doctors.summaries', {});
  if (!answer.ok) {
    useSummaries.setState({ error: answer.error });
    return false;
  }
  if (askedIn !== generation.current()) return true;
  const held = useSummaries.getState().doctors ?? [];
  const doctors = answer.value.map((summary) => {
    const known = held.find((one) => one.doctor.id === summary.doctor.id);
    return known === undefined || isFresh(known, summary, askedIn, askedIn) ? summary : known;
  });
  useSummaries.setState({ doctors, error: null });
  return true;
});
