import Papa from 'papaparse';
import { type DoctorColumn, doctorColumns } from '../../../../shared/model/doctor-file';
import type { DoctorSchedule, ScheduleLine } from '../../../../shared/model/doctor-schedule';
import { clockText } from '../../../../shared/model/time';
import { emergencyText, endText } from '../../../../shared/model/typed-session';
import { columnName, type HeaderLanguage, weekdayName } from './columns';

/** What a program would take for one, and what would be read as one that was kept from it. */
const formula = /^'*[=+\-@\t\r].*$/s;

type Cells = Readonly<Record<DoctorColumn, string>>;

/**
 * Doctors and their weeks as a CSV file, one row a session. Programs that open it take it for another encoding without
 * the mark; nothing in it is taken for a formula.
 */
export function writeDoctorFile(doctors: readonly DoctorSchedule[], language: HeaderLanguage): string {
  const head = doctorColumns.map((column) => columnName(column, language));
  const rows = doctors
    .flatMap((doctor) => rowsOf(doctor, language))
    .map((cells) => doctorColumns.map((column) => cells[column]));
  const text = Papa.unparse([head, ...rows], { escapeFormulae: formula, newline: '\r\n' });
  return `\ufeff${text}\r\n`;
}

/** Whoever has no hours has a row still. */
function rowsOf(doctor: DoctorSchedule, language: HeaderLanguage): Cells[] {
  const { nameIn, minutesPerPatient } = doctor;
  const who = {
    name: doctor.name,
    specialization: doctor.specialization,
    room: doctor.room,
    letter: doctor.prefix,
    minutes: minutesPerPatient === null ? '' : String(minutesPerPatient),
    nameEn: nameIn.en ?? '',
    nameHi: nameIn.hi ?? '',
    nameTa: nameIn.ta ?? '',
    nameAr: nameIn.ar ?? '',
  };
  if (doctor.schedule.length === 0) return [{ ...who, ...noHours }];
  return doctor.schedule.map((line) => ({ ...who, ...hoursOf(line, language) }));
}

const noHours = {
  weekday: '',
  from: '',
  to: '',
  slotMinutes: '',
  seats: '',
  emergency: '',
  validFrom: '',
  validTo: '',
};

function hoursOf(line: ScheduleLine, language: HeaderLanguage): typeof noHours {
  return {
    weekday: weekdayName(line.weekday, language),
    from: clockText(line.startMinute),
    to: endText(line.endMinute),
    slotMinutes: String(line.slotMinutes),
    seats: String(line.capacity),
    emergency: emergencyText(line.emergencySeats),
    validFrom: line.validFrom ?? '',
    validTo: line.validTo ?? '',
  };
}
