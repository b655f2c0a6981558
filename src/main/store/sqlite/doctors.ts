import type Database from 'better-sqlite3';
import type { Doctor } from '../../../shared/model/doctor';
import type { ScheduleLine } from '../../../shared/model/doctor-schedule';
import type { DoctorStore } from '../doctors';
import { emergencySeatsOf, emergencySeatsRow } from './plans';
import { remembered } from './remembered';
import { all, first, mapperOf, type Row, upsertSql } from './rows';

const doctorFields = [
  'id',
  'name',
  'nameIn',
  'specialization',
  'room',
  'prefix',
  'active',
  'minutesPerPatient',
  'followUp',
  'position',
  'photo',
];
const templateFields = [
  'weekday',
  'startMinute',
  'endMinute',
  'slotMinutes',
  'capacity',
  'validFrom',
  'validTo',
];

/** Doctors are asked for with every book: they are read anew only when one was changed. */
export function doctorTable(database: Database.Database): DoctorStore {
  const list = database.prepare('SELECT * FROM doctors ORDER BY position, prefix');
  const get = database.prepare('SELECT * FROM doctors WHERE id = ?');
  const schedule = database.prepare(
    'SELECT * FROM schedule_templates WHERE doctor_id = ? ORDER BY weekday, start_minute, valid_from, id',
  );
  const upsert = database.prepare(upsertSql('doctors', doctorFields, ['id']));
  const clearSchedule = database.prepare('DELETE FROM schedule_templates WHERE doctor_id = ?');
  const addTemplate = database.prepare(
    `INSERT INTO schedule_templates (doctor_id, weekday, start_minute, end_minute, slot_minutes, capacity,
       emergency_seats, emergency_percent, valid_from, valid_to)
     VALUES (@doctor_id, @weekday, @start_minute, @end_minute, @slot_minutes, @capacity,
       @emergency_seats, @emergency_percent, @valid_from, @valid_to)`,
  );
  const doctorMapper = mapperOf<Doctor>(doctorFields, ['active']);
  const templateMapper = mapperOf<ScheduleLine>(templateFields);
  const toDoctor = (row: Row): Doctor => ({
    ...doctorMapper.fromRow(row),
    nameIn: JSON.parse(String(row.name_in)) as Doctor['nameIn'],
    followUp: JSON.parse(String(row.follow_up)) as Doctor['followUp'],
  });
  const memory = remembered(database, () => {
    const doctors = all(list).map(toDoctor);
    return { doctors, byId: new Map(doctors.map((doctor) => [doctor.id, doctor])) };
  });
  return {
    doctors: () => memory.get().doctors,
    doctor: (id) => {
      const known = database.inTransaction ? memory.known() : memory.get();
      if (known) return known.byId.get(id);
      const row = first(get, id);
      return row && toDoctor(row);
    },
    schedule: (id) =>
      all(schedule, id).map((row) => ({
        ...templateMapper.fromRow(row),
        emergencySeats: emergencySeatsOf(row),
      })),
    saveDoctor: database.transaction((doctor: Doctor, templates: readonly ScheduleLine[]): void => {
      memory.forget();
      const lists = {
        name_in: JSON.stringify(doctor.nameIn),
        follow_up: doctor.followUp && JSON.stringify(doctor.followUp),
      };
      upsert.run({ ...doctorMapper.toRow(doctor), ...lists });
      clearSchedule.run(doctor.id);
      for (const template of templates) {
        const seats = emergencySeatsRow(template.emergencySeats);
        addTemplate.run({ ...templateMapper.toRow(template), ...seats, doctor_id: doctor.id });
      }
    }).immediate,
  };
}
