import { createHash } from 'node:crypto';
import type { CheckedInput } from '../../../shared/contract';
import { type DoctorPhoto, MOST_OF_A_PHOTO } from '../../../shared/model/doctor-photo';
import type { DoctorSchedule } from '../../../shared/model/doctor-schedule';
import { type RefusalReason, refused } from '../../../shared/refusals';
import { type ErrorDetails, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { nobody, noDoctor, type Plan } from '../run/plan';

/** Errors: NOT_FOUND. */
export async function readPhoto(
  { environment: { store } }: Call,
  { doctorId, photo: name }: CheckedInput<'doctors.photo'>,
): Promise<Result<DoctorPhoto | null>> {
  if (!(await store.doctor(doctorId))) return noDoctor(doctorId);
  const photo = (await store.photo(doctorId)) ?? null;
  return ok(photo && name !== undefined && photoName(photo) !== name ? null : photo);
}

/** Errors: NOT_FOUND; INVALID_INPUT: not a photo, not whole, or too large. */
export async function setPhoto(
  _call: Call,
  { doctorId, data }: CheckedInput<'doctors.setPhoto'>,
): Promise<Result<Plan<DoctorSchedule>>> {
  const checked = data === null ? ok(null) : photoFrom(data);
  if (!checked.ok) return checked;
  const photo = checked.value;
  return ok({
    books: [],
    everyDoctor: true,
    decide: (_books, { reading }) => {
      const before = reading.doctor(doctorId);
      if (!before) return noDoctor(doctorId);
      const schedule = reading.schedule(doctorId);
      const doctor = { ...before, photo: photo && photoName(photo) };
      const also = { doctors: [{ doctor, schedule }], photos: [{ doctorId, photo }] };
      return ok({ decisions: [], about: nobody, also, answer: { ...doctor, schedule: [...schedule] } });
    },
  });
}

/** By what is in it: the same photo has the same name, another one another. */
export function photoName({ data }: DoctorPhoto): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 16);
}

/** A photo as it may be kept. Errors: INVALID_INPUT: not a photo, not whole, or too large. */
export function photoFrom(base64: string): Result<DoctorPhoto> {
  const wrong = (reason: RefusalReason, more: ErrorDetails = {}): Result<never> =>
    refused('INVALID_INPUT', reason, { field: 'data', ...more });
  // Four characters are three bytes.
  const size = Math.floor((base64.length * 3) / 4);
  if (size > MOST_OF_A_PHOTO) {
    const megabytes = (size / 1_000_000).toFixed(1);
    return wrong('photo_too_large', { megabytes });
  }
  const file = Buffer.from(base64, 'base64');
  const type = typeOf(file);
  if (!type) return wrong('photo_none');
  if (!isWhole[type](file)) return wrong('photo_damaged');
  return ok({ type, data: file.toString('base64') });
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const PNG_END = Buffer.from('IEND', 'latin1');
const JPEG = Buffer.from('ffd8ff', 'hex');
const JPEG_END = Buffer.from('ffd9', 'hex');
/** A file of RIFF says how long the rest of it is. */
const RIFF_HEAD = 8;

/** What the first bytes say. */
function typeOf(file: Buffer): DoctorPhoto['type'] | undefined {
  const starts = (bytes: Buffer): boolean => file.subarray(0, bytes.length).equals(bytes);
  if (starts(PNG)) return 'image/png';
  if (starts(JPEG)) return 'image/jpeg';
  const isWebp = file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP';
  return isWebp ? 'image/webp' : undefined;
}

/** Whether the file goes to its end: a copy that was cut short shows half a face. */
const isWhole: Readonly<Record<DoctorPhoto['type'], (file: Buffer) => boolean>> = {
  'image/png': (file) => file.includes(PNG_END),
  'image/jpeg': (file) => file.includes(JPEG_END),
  'image/webp': (file) => file.length > RIFF_HEAD && file.length >= file.readUInt32LE(4) + RIFF_HEAD,
};
