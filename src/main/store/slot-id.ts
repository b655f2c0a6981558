import { createHash } from 'node:crypto';
import type { BookKey } from '../../shared/model/book';
import type { DoctorId, SlotId } from '../../shared/model/ids';
import { type ServiceDay, serviceDaySchema } from '../../shared/model/time';

/** Ours; it must never change: the slots of every day that nobody has touched yet are named in it. */
const NAMESPACE = Buffer.from('5b0d4a3e9c1f4f0a8a5d7d2f6c3e1b90', 'hex');
const DAY_MS = 86_400_000;

/** Where the day (counted from 1970, three bytes) and the minute (two) stand in an id; the rest is the doctor's. */
const DAY_AT = 10;
const MINUTE_AT = 13;

/**
 * The id of the slot of a doctor's day that begins, by the week, at this minute: a UUID of version 8 (RFC 9562, 5.8),
 * so that it is the same before and after the day is first written. Day and minute stand in it, and the doctor as a hash:
 * a hash of all three could only be found again by making every slot of a year.
 */
export function slotIdOf({ doctorId, serviceDay }: BookKey, startMinute: number): SlotId {
  const bytes = createHash('sha1').update(NAMESPACE).update(doctorId).digest().subarray(0, 16);
  bytes.writeIntBE(Date.parse(serviceDay) / DAY_MS, DAY_AT, 3);
  bytes.writeUInt16BE(startMinute, MINUTE_AT);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return parts.join('-') as SlotId;
}

/** Of which day of which of these doctors this would be a slot, if the week had one then; undefined: of none. */
export function dayOfPlannedSlot(slotId: SlotId, doctorIds: readonly DoctorId[]): BookKey | undefined {
  const bytes = Buffer.from(slotId.replaceAll('-', ''), 'hex');
  const serviceDay = dayAt(bytes.readIntBE(DAY_AT, 3));
  if (serviceDay === undefined) return undefined;
  const startMinute = bytes.readUInt16BE(MINUTE_AT);
  const keys = doctorIds.map((doctorId) => ({ doctorId, serviceDay }));
  return keys.find((key) => slotIdOf(key, startMinute) === slotId);
}

function dayAt(count: number): ServiceDay | undefined {
  return serviceDaySchema.safeParse(new Date(count * DAY_MS).toISOString().slice(0, 10)).data;
}
