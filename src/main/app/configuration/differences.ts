import type { Closure, Leave, OneOff } from '../../../shared/model/absence';
import type { Configuration, ConfigurationFault } from '../../../shared/model/configuration';
import { type Doctor, doctorSchema } from '../../../shared/model/doctor';
import type { DoctorPhoto } from '../../../shared/model/doctor-photo';
import type { ScheduleLine } from '../../../shared/model/doctor-schedule';
import { isBuiltInRole, type PersonRole } from '../../../shared/model/person';
import { LAST_DAY, type ServiceDay } from '../../../shared/model/time';
import { fail, ok, type Result } from '../../../shared/result';
import type { Reading } from '../../store/store';
import { checkPrefix } from '../doctors/change';
import { checkOneOffs, checkWeek } from '../doctors/check-week';
import { photoFrom, photoName } from '../doctors/photo';

interface WithWeek {
  readonly doctor: Doctor;
  readonly schedule: readonly ScheduleLine[];
}

/** What a file says otherwise than it is here. */
export interface Differences {
  readonly added: readonly WithWeek[];
  readonly changed: readonly WithWeek[];
  readonly photos: readonly { readonly doctorId: Doctor['id']; readonly photo: DoctorPhoto }[];
  readonly leaves: readonly Leave[];
  readonly oneOffs: readonly OneOff[];
  readonly closures: readonly Closure[];
  readonly roles: readonly PersonRole[];
}

/**
 * Compares a file with what is kept. A doctor is known by the id, else by letter and name; what was entered here stays.
 * Errors: the faults, each with its place.
 */
export function differencesFrom(
  file: Configuration,
  reading: Reading,
  today: ServiceDay,
): Result<Differences, readonly ConfigurationFault[]> {
  const faults: ConfigurationFault[] = [];
  const note = (place: string, wrong: Result<unknown> | undefined): void => {
    if (wrong && !wrong.ok) faults.push({ place, message: wrong.error.message });
  };
  const here = reading.doctors();
  const { dayStartsAtMinute } = reading.settings.clinic;
  const idOf = new Map<string, Doctor['id']>();
  const letters = new Map<string, string>();
  const [added, changed]: [WithWeek[], WithWeek[]] = [[], []];
  const photos: Differences['photos'][number][] = [];
  for (const [index, { schedule, photoFile, ...given }] of file.doctors.entries()) {
    const place = `doctors ${index + 1} (${given.name})`;
    const before =
      here.find(({ id }) => id === given.id) ??
      here.find(({ prefix, name }) => prefix === given.prefix && name === given.name);
    const id = before?.id ?? given.id;
    if (idOf.has(given.id) || letters.has(given.prefix)) {
      note(place, fail('CONFLICT', `The letter ${given.prefix}, or the doctor, is in the file twice.`));
      continue;
    }
    idOf.set(given.id, id);
    letters.set(given.prefix, given.name);
    const photo = photoFile === null ? ok(null) : photoFrom(photoFile.data);
    note(`${place} photo`, photo);
    const photoIs = photo.ok && photo.value ? photoName(photo.value) : (before?.photo ?? null);
    // Nobody is retired by a file: what becomes of the patients must be said.
    const active = before?.active === true ? true : given.active;
    const followUp = given.followUp === undefined ? (before?.followUp ?? null) : given.followUp;
    const doctor = doctorSchema.parse({ ...given, id, active, followUp, photo: photoIs });
    note(place, checkWeek(schedule, dayStartsAtMinute));
    note(place, checkPrefix(doctor, before, { doctors: here, reading, today }));
    if (before) note(place, checkOneOffs(schedule, reading.oneOffs(id, today, LAST_DAY)));
    if (photo.ok && photo.value && photoIs !== before?.photo)
      photos.push({ doctorId: id, photo: photo.value });
    const after = { doctor, schedule };
    if (!before) added.push(after);
    else if (!isSame(before, doctor) || !isSame(reading.schedule(id), schedule)) changed.push(after);
  }
  const known = <T extends { readonly doctorId: Doctor['id'] }>(list: readonly T[], what: string): T[] =>
    list.flatMap((one, index) => {
      const doctorId = idOf.get(one.doctorId);
      if (!doctorId) note(`${what} ${index + 1}`, fail('NOT_FOUND', 'Its doctor is not in the file.'));
      return doctorId ? [{ ...one, doctorId }] : [];
    });
  const leaves = missing(known(file.leaves, 'leaves'), reading.leaves(null, today, LAST_DAY)).filter(
    ({ to }) => to >= today,
  );
  const oneOffs = missing(known(file.oneOffs, 'oneOffs'), reading.oneOffs(null, today, LAST_DAY)).filter(
    ({ serviceDay }) => serviceDay >= today,
  );
  const closures = missing(file.closures, reading.closures(today, LAST_DAY)).filter(({ to }) => to >= today);
  for (const { doctorId, serviceDay, startMinute, endMinute } of oneOffs) {
    const others = reading.oneOffs(doctorId, serviceDay, serviceDay);
    if (others.some((other) => other.startMinute < endMinute && startMinute < other.endMinute))
      note(`oneOffs ${serviceDay}`, fail('CONFLICT', 'There is another session at that time already.'));
  }
  for (const { doctor, schedule } of [...added, ...changed]) {
    note(
      doctor.name,
      checkOneOffs(
        schedule,
        oneOffs.filter(({ doctorId }) => doctorId === doctor.id),
      ),
    );
  }
  for (const [index, role] of file.roles.entries())
    note(`roles ${index + 1} (${role.name})`, checkRole(role, file.roles.slice(0, index)));
  const roles = rolesFrom(file.roles, reading.people().roles);
  return faults.length > 0
    ? { ok: false, error: faults }
    : ok({ added, changed, photos, leaves, oneOffs, closures, roles });
}

const folded = (name: string): string => name.toLocaleLowerCase();

/** The built-in ones are no file's business, and two of one name nobody could tell apart. */
function checkRole({ id, name }: PersonRole, before: readonly PersonRole[]): Result<null> {
  if (isBuiltInRole(id)) return fail('INVALID_INPUT', 'This is one of the roles every clinic has.');
  const isTwice = before.some((other) => other.id === id || folded(other.name) === folded(name));
  return isTwice ? fail('CONFLICT', 'This role is in the file twice.') : ok(null);
}

/** A role of that name is the same role. */
function rolesFrom(given: readonly PersonRole[], here: readonly PersonRole[]): PersonRole[] {
  return given.flatMap((role) => {
    const before =
      here.find(({ name }) => folded(name) === folded(role.name)) ?? here.find(({ id }) => id === role.id);
    const after = { ...role, id: before?.id ?? role.id };
    return before && isSame(before, after) ? [] : [after];
  });
}

/** Those that are not there yet, under whatever id. */
function missing<T extends { readonly id: string }>(given: readonly T[], here: readonly T[]): T[] {
  const ids = new Set(here.map(({ id }) => id));
  const plain = ({ id: _id, ...rest }: T): string => canonical(rest);
  const contents = new Set(here.map(plain));
  return given.filter((one) => !ids.has(one.id) && !contents.has(plain(one)));
}

const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** Whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
