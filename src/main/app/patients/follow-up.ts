import type { FollowUp, FollowUpRule } from '../../../shared/model/follow-up';
import { MINUTE, type ServiceDay } from '../../../shared/model/time';
import type { Token } from '../../../shared/model/token';
import { daysAfter } from '../time/calendar';

/** What of a patient's tokens with one doctor says whether a follow-up is due. */
export type Visit = Pick<Token, 'serviceDay' | 'createdAt' | 'source' | 'upgradedFrom' | 'status'>;

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
const isFollowUp = ({ source, upgradedFrom }: Visit): boolean => (upgradedFrom ?? source) === 'follow_up';

const byTime = (one: Visit, other: Visit): number =>
  one.serviceDay.localeCompare(other.serviceDay) || one.createdAt - other.createdAt;

const DAY = 24 * 60 * MINUTE;

const daysFrom = (from: ServiceDay, to: ServiceDay): number => (Date.parse(to) - Date.parse(from)) / DAY;
