import { createHash } from 'node:crypto';
import type { BookKey } from '../../shared/model/book';
import type { Calendar } from '../../shared/model/calendar';
import { type ScheduleLine, slotStarts } from '../../shared/model/doctor-schedule';
import type { DoctorId, SlotId } from '../../shared/model/ids';
import { DAYS_AHEAD, type ServiceDay } from '../../shared/model/time';

/** Ours; it must never change: the slots of every day that nobody has touched yet are named in it. */
const NAMESPACE = Buffer.from('5b0d4a3e9c1f4f0a8a5d7d2f6c3e1b90', 'hex');

/**
 * The id of the slot of a doctor's day that begins, by the week, at this minute: a UUID of version 5 (RFC 9562, 5.5),
 * so that it is the same before and after the day is first written. A hash and six bits: no package is needed for it.
 */
export function slotIdOf({ doctorId, serviceDay }: BookKey, startMinute: number): SlotId {
  const hash = createHash('sha1').update(NAMESPACE).update(`${doctorId} ${serviceDay} ${startMinute}`);
  const bytes = hash.digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return parts.join('-') as SlotId;
}

/**
 * Of which day within reach, that nobody has touched, this would be a slot by these weeks: today's first. An id says
 * nothing of its day, so each is made anew and compared: some ten thousand hashes for a whole clinic.
 */
export function dayOfPlannedSlot(
  slotId: SlotId,
  today: ServiceDay,
  weeks: ReadonlyMap<DoctorId, readonly ScheduleLine[]>,
  calendar: Calendar,
): BookKey | undefined {
  if (!isVersion5(slotId)) return undefined;
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const serviceDay = calendar.daysAfter(today, ahead);
    const weekday = calendar.weekdayOf(serviceDay);
    for (const [doctorId, week] of weeks) {
      const starts = week.flatMap((line) => (line.weekday === weekday ? slotStarts(line) : []));
      const key = { doctorId, serviceDay };
      if (starts.some((start) => slotIdOf(key, start) === slotId)) return key;
    }
  }
  return undefined;
}

function isVersion5(slotId: SlotId): boolean {
  return slotId.charAt(14) === '5';
}
