import type Database from 'better-sqlite3';
import type { Doctor } from '../../../shared/model/doctor';
import type { ScheduleLine } from '../../../shared/model/doctor-schedule';
import type { DoctorStore } from '../doctors';
import { all, first, mapperOf, upsertSql } from './rows';

const doctorFields = ['id', 'name', 'specialization', 'room', 'prefix', 'active'];
const templateFields = ['weekday', 'startMinute', 'endMinute', 'slotMinutes', 'capacity'];

export function doctorTable(database: Database.Database): DoctorStore {
  const list = database.prepare('SELECT * FROM doctors ORDER BY prefix');
  const get = database.prepare('SELECT * FROM doctors WHERE id = ?');
  const schedule = database.prepare(
    'SELECT * FROM schedule_templates WHERE doctor_id = ? ORDER BY weekday, start_minute',
  );
  const upsert = database.prepare(upsertSql('doctors', doctorFields, ['id']));
  const clearSchedule = database.prepare('DELETE FROM schedule_templates WHERE doctor_id = ?');
  const addTemplate = database.prepare(
    `INSERT INTO schedule_templates (doctor_id, weekday, start_minute, end_minute, slot_minutes, capacity)
     VALUES (@doctor_id, @weekday, @start_minute, @end_minute, @slot_minutes, @capacity)`,
  );
  const doctorMapper = mapperOf<Doctor>(doctorFields, ['active']);
  const templateMapper = mapperOf<ScheduleLine>(templateFields);
  return {
    doctors: () => all(list).map(doctorMapper.fromRow),
    doctor: (id) => {
      const row = first(get, id);
      return row && doctorMapper.fromRow(row);
    },
    schedule: (id) => all(schedule, id).map(templateMapper.fromRow),
    saveDoctor: database.transaction((doctor: Doctor, templates: readonly ScheduleLine[]): void => {
      upsert.run(doctorMapper.toRow(doctor));
      clearSchedule.run(doctor.id);
      for (const template of templates) {
        addTemplate.run({ ...templateMapper.toRow(template), doctor_id: doctor.id });
      }
    }).immediate,
  };
}
