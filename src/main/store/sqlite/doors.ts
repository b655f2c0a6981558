import type Database from 'better-sqlite3';
import type { AtDoor } from '../../../shared/model/door';
import { isTokenEvent } from '../../../shared/model/event';
import type { TokenId } from '../../../shared/model/ids';
import type { Instant, ServiceDay } from '../../../shared/model/time';
import type { Token } from '../../../shared/model/token';
import type { DoctorStore } from '../doctors';
import type { DoorStore } from '../events';
import type { BookChange } from '../transact';
import { forgettingOthers } from './remembered';
import { all, mapperOf } from './rows';

export interface DoorTable {
  readonly face: DoorStore;
  /** Tokens, or a doctor's name or room, are being written in the open transaction: until that ends rows are read. */
  isBeingWritten(): void;
  /** The transaction is over, and has written these. */
  settled(changes: readonly BookChange[]): void;
  /** Rows were written that no change of a book tells of. */
  forgetAll(): void;
}

/** The doors of one day. */
interface Kept {
  since: Instant;
  readonly byToken: Map<TokenId, AtDoor>;
  /** The same as a list, for as long as it is the same. */
  list: readonly AtDoor[] | undefined;
}

/** More days than are looked at in one morning. */
const MOST_KEPT = 20;

/** All who look at a day ask for it, and each command does: it is read once, and goes on with what is committed. */
export function doorTable(database: Database.Database, doctors: Pick<DoctorStore, 'doctor'>): DoorTable {
  const columns = `SELECT t.doctor_id, d.name AS doctor_name, d.room, t.id AS token_id, t.number, t.patient_name,
    t.patient_contact, t.patient_id, t.left_door_at`;
  const known = "(t.patient_contact <> '' OR t.patient_id IS NOT NULL)";
  const find = database.prepare(
    // Left to itself SQLite reads all of the day's tokens here.
    `${columns}, t.stage FROM tokens t INDEXED BY tokens_at_the_door JOIN doctors d ON d.id = t.doctor_id
     WHERE t.service_day = @day AND t.stage IN ('called', 'in_consultation') AND ${known}
     UNION ALL
     ${columns}, NULL FROM tokens t JOIN doctors d ON d.id = t.doctor_id
     WHERE t.service_day = @day AND t.left_door_at > @since AND ${known}`,
  );
  const mapper = mapperOf<AtDoor>([
    'doctorId',
    'doctorName',
    'room',
    'tokenId',
    'number',
    'patientName',
    'patientContact',
    'patientId',
    'stage',
    'leftDoorAt',
  ]);
  const kept = new Map<ServiceDay, Kept>();
  let isWriting = false;
  const look = forgettingOthers(database, () => kept.clear());

  /** Who has left one door and stands at it again is there. */
  function read(day: ServiceDay, since: Instant): Map<TokenId, AtDoor> {
    const doors = new Map<TokenId, AtDoor>();
    for (const door of all(find, { day, since }).map(mapper.fromRow)) {
      if (!doors.has(door.tokenId)) doors.set(door.tokenId, door);
    }
    return doors;
  }

  function recall(day: ServiceDay, since: Instant): Kept {
    look();
    const known = kept.get(day);
    if (known && known.since <= since) return known;
    const fresh: Kept = { since, byToken: read(day, since), list: undefined };
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(day, fresh);
    return fresh;
  }

  function follow({ events, book }: BookChange): void {
    const doors = kept.get(book.serviceDay);
    if (!doors) return;
    for (const event of events) {
      if (!isTokenEvent(event)) continue;
      const doctor = doctors.doctor(event.after.doctorId);
      const door = doctor && doorOf(event.after, doctor);
      if (door) doors.byToken.set(door.tokenId, door);
      else if (!doors.byToken.delete(event.after.id)) continue;
      doors.list = undefined;
    }
  }

  return {
    isBeingWritten() {
      isWriting = true;
    },
    settled(changes) {
      isWriting = false;
      for (const change of changes) follow(change);
    },
    forgetAll() {
      kept.clear();
      isWriting = database.inTransaction;
    },
    face: {
      atDoors(day, since) {
        if (isWriting) return [...read(day, since).values()];
        const doors = recall(day, since);
        // Who left before that is asked for no more: time goes on.
        for (const [tokenId, { stage, leftDoorAt }] of doors.byToken) {
          if (stage !== null || (leftDoorAt ?? 0) > since) continue;
          doors.byToken.delete(tokenId);
          doors.list = undefined;
        }
        doors.since = since;
        doors.list ??= [...doors.byToken.values()];
        return doors.list;
      },
    },
  };
}

/** Null: this token is at no door, nor was lately. */
function doorOf(
  token: Token,
  { name, room }: { readonly name: string; readonly room: string },
): AtDoor | null {
  const { id, doctorId, number, patientName, patientContact, patientId, leftDoorAt } = token;
  const at = token.status === 'active' ? token.stage : null;
  const stage = at === 'called' || at === 'in_consultation' ? at : null;
  const isNobody = patientContact === '' && patientId === null;
  if (isNobody || (stage === null && leftDoorAt === null)) return null;
  return {
    doctorId,
    doctorName: name,
    room,
    tokenId: id,
    number,
    patientName,
    patientContact,
    patientId,
    stage,
    leftDoorAt,
  };
}
