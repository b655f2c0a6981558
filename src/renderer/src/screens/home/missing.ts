import type { DoctorSchedule } from '../../../../shared/model/doctor-schedule';
import { ADMIN, type Person } from '../../../../shared/model/person';
import type { PrintersStatus } from '../../../../shared/model/printers-status';
import type { SettingsSection } from '../../../../shared/model/screen';
import { clinicSettingsSchema, type Settings } from '../../../../shared/model/settings';

export type MissingName = 'name' | 'doctors' | 'hours' | 'printer' | 'people' | 'oneAdmin' | 'blanks';

/** What a clinic has by now; null: this window may not know. */
interface Present {
  readonly doctors: readonly DoctorSchedule[];
  readonly printers: Pick<PrintersStatus, 'printer'>;
  readonly persons: readonly Person[] | null;
  /** Paper for an outage; null: it cannot be made from this window. */
  readonly blanks: boolean | null;
}

interface Missing {
  readonly name: MissingName;
  /** null: there is nothing to enter, it is made here. */
  readonly section: SettingsSection | null;
  readonly count: number;
}

/** What a clinic still lacks to work well, and where it is entered; the most urgent first. */
export function missingOf(
  settings: Settings,
  { doctors, printers, persons, blanks }: Present,
): readonly Missing[] {
  const { clinic, print, people } = settings;
  const active = doctors.filter((doctor) => doctor.active);
  const idle = active.filter(({ schedule }) => schedule.length === 0).length;
  const admins = persons?.filter((person) => person.active && person.roleId === ADMIN).length ?? null;
  const lacks: readonly (readonly [boolean, MissingName, SettingsSection | null, number?])[] = [
    [active.length === 0, 'doctors', 'doctors'],
    [idle > 0, 'hours', 'doctors', idle],
    [clinic.clinicName === clinicSettingsSchema.shape.clinicName.parse(undefined), 'name', 'clinic'],
    // A clinic that chose a PDF or nothing has what it wants.
    [print.desk.way === 'system' && printers.printer.name === null, 'printer', 'printing'],
    // So has one that said it wants none.
    [admins === 0 && !people.wantsNone, 'people', 'people'],
    [admins === 1, 'oneAdmin', 'people'],
    // For a morning without this computer.
    [active.length > 0 && blanks === false, 'blanks', null],
  ];
  return lacks.flatMap(([isMissing, name, section, count = 0]) =>
    isMissing ? [{ name, section, count }] : [],
  );
}
