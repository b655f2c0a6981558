import type { FollowUp, FollowUpRule } from '../../../shared/model/follow-up';
import type { DoctorId, PatientId } from '../../../shared/model/ids';
import { MINUTE, type ServiceDay } from '../../../shared/model/time';
import type { FollowUpMark, Token } from '../../../shared/model/token';
import type { Reading, Visit } from '../../store/store';
import { daysAfter } from '../time/calendar';
import type { Registrar } from './registrar';

/**
 * What a doctor's rule says of a patient on a day. The time runs from the last new visit that the doctor has seen: of any
 * source but follow-up, so that one follow-up never makes room for the next. A visit is used by each follow-up since then
 * that was seen, and by one that is still to come; not by one that was cancelled, or that nobody came to.
 * @param visits of that patient with that doctor, in any order
 */
export function followUpOn(
  visits: readonly Visit[],
  rule: FollowUpRule | null,
  serviceDay: ServiceDay,
): FollowUp {
  if (rule === null) return { kind: 'no_rule' };
  const inTime = [...visits].sort(byTime);
  const seen = inTime.filter((visit) => visit.status === 'served' && visit.serviceDay <= serviceDay);
  const last = seen.at(-1);
  if (!last) return { kind: 'never_seen' };
  const before = { lastDay: last.serviceDay, daysAgo: daysFrom(last.serviceDay, serviceDay) };
  const since = seen.findLast((visit) => !isFollowUp(visit));
  // Who is known by follow-ups alone was seen before there was a record of it, and has come since.
  if (!since) return { kind: 'used_up', ...before };
  const until = daysAfter(since.serviceDay, rule.days);
  if (serviceDay > until) return { kind: 'over', ...before, until };
  const used = inTime.filter(
    (visit) =>
      isFollowUp(visit) &&
      visit.status !== 'cancelled' &&
      visit.status !== 'no_show' &&
      byTime(visit, since) > 0 &&
      visit.serviceDay <= until,
  );
  const left = rule.visits - used.length;
  return left > 0
    ? { kind: 'due', ...before, until, left, terms: rule.terms }
    : { kind: 'used_up', ...before };
}

/** What became an emergency is of the kind that it was (R24). */
const isFollowUp = ({ source, upgradedFrom }: Pick<Visit, 'source' | 'upgradedFrom'>): boolean =>
  (upgradedFrom ?? source) === 'follow_up';

const byTime = (one: Visit, other: Visit): number =>
  one.serviceDay.localeCompare(other.serviceDay) || one.createdAt - other.createdAt;

const DAY = 24 * 60 * MINUTE;

const daysFrom = (from: ServiceDay, to: ServiceDay): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** A token as far as its mark goes by it; of an own id where it is there already. */
type Marked = Pick<Token, 'source' | 'patientId' | 'doctorId' | 'serviceDay'> &
  Partial<Pick<Token, 'id' | 'upgradedFrom'>>;

/**
 * What stands on a token that is issued as a follow-up, by what is known in its own transaction. Null: it is none, or the
 * doctor has no such rule.
 * @param added patients who are added to the register along with it: nobody has seen them yet
 */
export function followUpMark(
  reading: Pick<Reading, 'doctor' | 'visitsWith'>,
  { id, source, upgradedFrom = null, patientId, doctorId, serviceDay }: Marked,
  added: Registrar['added'],
): FollowUpMark | null {
  const rule = reading.doctor(doctorId)?.followUp ?? null;
  if (rule === null || !isFollowUp({ source, upgradedFrom })) return null;
  if (patientId === null) return 'unknown';
  const others = visitsOf(reading, patientId, doctorId, added).filter((visit) => visit.id !== id);
  const { kind } = followUpOn(others, rule, serviceDay);
  return kind === 'no_rule' ? null : kind;
}

/** Visits of whoever is in the register. `added`: who is not there yet. */
export function visitsOf(
  reading: Pick<Reading, 'visitsWith'>,
  patientId: PatientId,
  doctorId: DoctorId,
  added: Registrar['added'],
): readonly Visit[] {
  const isNew = added.some(({ id }) => id === patientId);
  return isNew ? [] : reading.visitsWith(patientId, doctorId);
}
