import { type Alarm, type AlarmKind, isUnanswered } from '../../../shared/model/alarm';
import type { AlarmSettings } from '../../../shared/model/alarm-settings';
import type { PersonId } from '../../../shared/model/ids';
import { type Instant, MINUTE } from '../../../shared/model/time';

/** Something is as it should not be, at this moment. */
export type Finding = Pick<Alarm, 'kind' | 'about' | 'name' | 'figure'>;

/** What came of looking: the log as it is now, and which of it rings at this moment. */
export interface Followed {
  readonly alarms: readonly Alarm[];
  readonly rings: readonly Alarm[];
}

/** More in one day than anybody reads; those that stay are kept before those that are over. */
const MOST_KEPT = 200;

/**
 * The rules of alarms, pure:
 *
 * - it *begins* with a finding, and rings
 * - it *stays* while it is found: unanswered it rings again when its quiet time is over, answered never
 * - it *ends* when it is found no more
 * - found again within the quiet time it is the same one, as it was: it does not begin anew, and an answer holds
 * - the quiet time counts from the last ring, the answer or the end, whichever was last; a moment that lies ahead (the
 *   clock was set back) is taken for now, so that nothing is quiet for longer than its quiet time
 *
 * The very same log is answered where nothing changed.
 */
export function followAlarms(
  known: readonly Alarm[],
  findings: readonly Finding[],
  settings: AlarmSettings,
  now: Instant,
): Followed {
  const left = new Map(findings.map((finding) => [nameOf(finding), finding]));
  const rings: Alarm[] = [];
  let changed = false;
  const followed = known.map((before) => {
    const alarm = notAhead(before, now);
    const finding = isLatest(before, known) ? left.get(nameOf(before)) : undefined;
    const after = finding ? found(alarm, finding, settings, now) : over(alarm, now);
    if (after === null) return before;
    if (finding) left.delete(nameOf(before));
    if (after.rings > before.rings) rings.push(after);
    changed ||= after !== before;
    return after;
  });
  for (const finding of left.values()) {
    const alarm = begun(finding, now);
    followed.push(alarm);
    rings.push(alarm);
  }
  if (!changed && rings.length === 0) return { alarms: known, rings };
  return { alarms: fewest(followed), rings };
}

/** Somebody knows of it. The very same log where there is no such alarm, or somebody knew already. */
export function acknowledged(
  known: readonly Alarm[],
  id: string,
  by: PersonId | null,
  now: Instant,
): readonly Alarm[] {
  const isMeant = (alarm: Alarm): boolean => alarm.id === id && alarm.acknowledgedAt === null;
  if (!known.some(isMeant)) return known;
  return known.map((alarm) =>
    isMeant(alarm) ? { ...alarm, acknowledgedAt: now, acknowledgedBy: by } : alarm,
  );
}

/** The log of a new day begins with what has not ended: what somebody knows of already does not ring again at midnight. */
export function carriedOver(known: readonly Alarm[]): readonly Alarm[] {
  return known.filter(({ endedAt }) => endedAt === null);
}

/** What one is about: a finding of the same kind and the same doctor, device or station is the same. */
const nameOf = ({ kind, about }: { kind: AlarmKind; about: string | null }): string =>
  `${kind} ${about ?? ''}`;

function begun(finding: Finding, now: Instant): Alarm {
  return {
    ...finding,
    id: `${finding.kind}:${finding.about ?? ''}:${now}`,
    beganAt: now,
    rangAt: now,
    rings: 1,
    endedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
  };
}

/** Null: its quiet time was over before it was found again, so that another one begins. */
function found(alarm: Alarm, finding: Finding, settings: AlarmSettings, now: Instant): Alarm | null {
  const isOver = alarm.endedAt !== null;
  const isQuiet = now - quietFrom(alarm) < settings[alarm.kind].quietMinutes * MINUTE;
  if (isOver && !isQuiet) return null;
  const stays = isOver ? { ...alarm, endedAt: null } : alarm;
  if (!isUnanswered(stays) || now - alarm.rangAt < settings[alarm.kind].quietMinutes * MINUTE) return stays;
  const { name, figure } = finding;
  return { ...stays, name, figure, rangAt: now, rings: alarm.rings + 1 };
}

function over(alarm: Alarm, now: Instant): Alarm {
  return alarm.endedAt === null ? { ...alarm, endedAt: now } : alarm;
}

function quietFrom({ rangAt, acknowledgedAt, endedAt }: Alarm): Instant {
  return Math.max(rangAt, acknowledgedAt ?? 0, endedAt ?? 0);
}

/** An older one that is over does not come back in the place of a later one. */
function isLatest(alarm: Alarm, known: readonly Alarm[]): boolean {
  return known.findLast((other) => nameOf(other) === nameOf(alarm)) === alarm;
}

function notAhead(alarm: Alarm, now: Instant): Alarm {
  const { rangAt, acknowledgedAt, endedAt } = alarm;
  if (quietFrom(alarm) <= now) return alarm;
  const sooner = (at: Instant | null): Instant | null => (at === null ? null : Math.min(at, now));
  return {
    ...alarm,
    rangAt: Math.min(rangAt, now),
    acknowledgedAt: sooner(acknowledgedAt),
    endedAt: sooner(endedAt),
  };
}

function fewest(alarms: readonly Alarm[]): readonly Alarm[] {
  let tooMany = alarms.length - MOST_KEPT;
  if (tooMany <= 0) return alarms;
  return alarms.filter(({ endedAt }) => {
    if (endedAt === null || tooMany <= 0) return true;
    tooMany -= 1;
    return false;
  });
}
