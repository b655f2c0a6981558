import type Database from 'better-sqlite3';
import type { AtDoor } from '../../../shared/model/door';
import type { Instant, ServiceDay } from '../../../shared/model/time';
import type { DoorStore } from '../events';
import { changeStamp } from './remembered';
import { all, mapperOf } from './rows';

/** All who look at a day ask for it: it is read anew only when something was written. */
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
  const stamp = changeStamp(database);
  let kept: { readonly stamp: string; readonly since: number; readonly day: string } | undefined;
  let doors: readonly AtDoor[] = [];

  function read(day: ServiceDay, since: Instant): readonly AtDoor[] {
    return all(find, { day, since }).map(mapper.fromRow);
  }

  return {
    atDoors(day, since) {
      // What a transaction has written may be unwound again.
      if (database.inTransaction) return read(day, since);
      const current = stamp();
      if (kept?.stamp !== current || kept.day !== day || kept.since > since) {
        doors = read(day, since);
        kept = { stamp: current, day, since };
      }
      const isStill = ({ stage, leftDoorAt }: AtDoor): boolean => stage !== null || (leftDoorAt ?? 0) > since;
      return doors.every(isStill) ? doors : doors.filter(isStill);
    },
  };
}
