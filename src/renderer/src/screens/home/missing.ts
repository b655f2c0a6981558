import type { DoctorSchedule } from '../../../../shared/model/doctor-schedule';
import type { PrintersStatus } from '../../../../shared/model/printers-status';
import type { SettingsSection } from '../../../../shared/model/screen';
import { clinicSettingsSchema, type Settings } from '../../../../shared/model/settings';

export type MissingName = 'name' | 'doctors' | 'hours' | 'printer';

/** What a clinic still lacks to work well, and where it is entered; the most urgent first. */
export function missingOf(
  settings: Settings,
  doctors: readonly DoctorSchedule[],
  printers: Pick<PrintersStatus, 'printer'>,
): readonly { readonly name: MissingName; readonly section: SettingsSection; readonly count: number }[] {
  const { clinic, print } = settings;
  const active = doctors.filter((doctor) => doctor.active);
  const idle = active.filter(({ schedule }) => schedule.length === 0).length;
  const hasNoName = clinic.clinicName === clinicSettingsSchema.shape.clinicName.parse(undefined);
  // A clinic that chose a PDF or nothing has what it wants.
  const hasNoPrinter = print.desk.way === 'system' && printers.printer.name === null;
  return [
    ...(active.length === 0 ? [{ name: 'doctors', section: 'doctors', count: 0 } as const] : []),
    ...(idle > 0 ? [{ name: 'hours', section: 'doctors', count: idle } as const] : []),
    ...(hasNoName ? [{ name: 'name', section: 'clinic', count: 0 } as const] : []),
    ...(hasNoPrinter ? [{ name: 'printer', section: 'printing', count: 0 } as const] : []),
  ];
}
