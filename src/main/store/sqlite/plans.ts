import type Database from 'better-sqlite3';
import type { Absence, Closure, Leave, OneOff } from '../../../shared/model/absence';
import type { EmergencySeats } from '../../../shared/model/doctor-schedule';
import type { PlanChange, PlanStore } from '../plans';
import { all, first, mapperOf, type Row } from './rows';

export interface PlanTable {
  readonly face: PlanStore;
  changePlan(change: PlanChange): void;
}

const sessionFields = ['id', 'doctorId', 'serviceDay', 'startMinute', 'endMinute', 'slotMinutes', 'capacity'];

export function planTable(database: Database.Database): PlanTable {
  const touching = 'last_day >= ? AND first_day <= ? ORDER BY first_day, start_minute, id';
  const leaves = database.prepare(`SELECT * FROM leaves WHERE ${touching}`);
  const leavesOf = database.prepare(`SELECT * FROM leaves WHERE doctor_id = ? AND ${touching}`);
  const leave = database.prepare('SELECT * FROM leaves WHERE id = ?');
  const closures = database.prepare(`SELECT * FROM closures WHERE ${touching}`);
  const closure = database.prepare('SELECT * FROM closures WHERE id = ?');
  const within = 'service_day BETWEEN ? AND ? ORDER BY service_day, start_minute, id';
  const oneOffs = database.prepare(`SELECT * FROM one_off_sessions WHERE ${within}`);
  const oneOffsOf = database.prepare(`SELECT * FROM one_off_sessions WHERE doctor_id = ? AND ${within}`);
  const oneOff = database.prepare('SELECT * FROM one_off_sessions WHERE id = ?');
  const addLeave = database.prepare(
    `INSERT INTO leaves (id, doctor_id, first_day, last_day, start_minute, end_minute, reason)
     VALUES (@id, @doctorId, @from, @to, @startMinute, @endMinute, @reason)`,
  );
  const addClosure = database.prepare(
    `INSERT INTO closures (id, first_day, last_day, start_minute, end_minute, name)
     VALUES (@id, @from, @to, @startMinute, @endMinute, @name)`,
  );
  const addOneOff = database.prepare(
    `INSERT INTO one_off_sessions (id, doctor_id, service_day, start_minute, end_minute, slot_minutes, capacity,
       emergency_seats, emergency_percent)
     VALUES (@id, @doctor_id, @service_day, @start_minute, @end_minute, @slot_minutes, @capacity,
       @emergency_seats, @emergency_percent)`,
  );
  const dropLeave = database.prepare('DELETE FROM leaves WHERE id = ?');
  const dropClosure = database.prepare('DELETE FROM closures WHERE id = ?');
  const dropOneOff = database.prepare('DELETE FROM one_off_sessions WHERE id = ?');
  const sessions = mapperOf<OneOff>(sessionFields);
  const toOneOff = (row: Row): OneOff => ({
    ...sessions.fromRow(row),
    emergencySeats: emergencySeatsOf(row),
  });

  return {
    face: {
      leaves: (doctorId, from, to) =>
        (doctorId === null ? all(leaves, from, to) : all(leavesOf, doctorId, from, to)).map(toLeave),
      leave: (id) => optional(first(leave, id), toLeave),
      closures: (from, to) => all(closures, from, to).map(toClosure),
      closure: (id) => optional(first(closure, id), toClosure),
      oneOffs: (doctorId, from, to) =>
        (doctorId === null ? all(oneOffs, from, to) : all(oneOffsOf, doctorId, from, to)).map(toOneOff),
      oneOff: (id) => optional(first(oneOff, id), toOneOff),
    },
    changePlan(change) {
      for (const id of change.leavesGone ?? []) dropLeave.run(id);
      for (const id of change.oneOffsGone ?? []) dropOneOff.run(id);
      for (const id of change.closuresGone ?? []) dropClosure.run(id);
      for (const added of change.leaves ?? []) addLeave.run(added);
      for (const added of change.closures ?? []) addClosure.run(added);
      for (const added of change.oneOffs ?? []) {
        addOneOff.run({ ...sessions.toRow(added), ...emergencySeatsRow(added.emergencySeats) });
      }
    },
  };
}

/** R4: kept as a number of seats or a share of them; neither: as the settings say. */
export function emergencySeatsOf({
  emergency_seats: seats,
  emergency_percent: percent,
}: Row): EmergencySeats {
  if (typeof seats === 'number') return { seats };
  return typeof percent === 'number' ? { percent } : null;
}

export function emergencySeatsRow(seats: EmergencySeats): Row {
  return {
    emergency_seats: seats && 'seats' in seats ? seats.seats : null,
    emergency_percent: seats && 'percent' in seats ? seats.percent : null,
  };
}

function optional<T>(row: Row | undefined, map: (row: Row) => T): T | undefined {
  return row && map(row);
}

function whenOf(row: Row): Absence {
  const { first_day: from, last_day: to, start_minute: startMinute, end_minute: endMinute } = row;
  return { from, to, startMinute, endMinute } as Absence;
}

function toLeave(row: Row): Leave {
  const { id, doctor_id: doctorId, reason } = row;
  return { id, doctorId, ...whenOf(row), reason } as Leave;
}

function toClosure(row: Row): Closure {
  const { id, name } = row;
  return { id, ...whenOf(row), name } as Closure;
}
