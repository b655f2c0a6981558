import type Database from 'better-sqlite3';
import type { AtDoor } from '../../../shared/model/door';
import type { DoorStore } from '../events';
import { all, mapperOf } from './rows';

export function doorTable(database: Database.Database): DoorStore {
  const columns = `SELECT t.doctor_id, d.name AS doctor_name, d.room, t.id AS token_id, t.number, t.patient_name,
    t.patient_contact, t.left_door_at`;
  const find = database.prepare(
    // Left to itself SQLite reads all of the day's tokens here, at each command.
    `${columns}, t.stage FROM tokens t INDEXED BY tokens_at_the_door JOIN doctors d ON d.id = t.doctor_id
     WHERE t.service_day = @day AND t.stage IN ('called', 'in_consultation') AND t.patient_contact <> ''
     UNION ALL
     ${columns}, NULL FROM tokens t JOIN doctors d ON d.id = t.doctor_id
     WHERE t.service_day = @day AND t.left_door_at > @since AND t.patient_contact <> ''`,
  );
  const mapper = mapperOf<AtDoor>([
    'doctorId',
    'doctorName',
    'room',
    'tokenId',
    'number',
    'patientName',
    'patientContact',
    'stage',
    'leftDoorAt',
  ]);
  return { atDoors: (day, since) => all(find, { day, since }).map(mapper.fromRow) };
}
