import type Database from 'better-sqlite3';
import { contactEnd } from '../../../shared/model/patient';
import { numberKeysOf } from '../../../shared/model/patient-number';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';

/** What a row of the register is looked up by: ends of its contacts, and numbers. Within a transaction that is open already. */
export function patientKeys(database: Database.Database): {
  save(before: RegisteredPatient | undefined, after: RegisteredPatient): void;
  drop(patient: RegisteredPatient): void;
} {
  const tables = [
    { table: 'patient_contacts', column: 'contact_end', keysOf: contactKeysOf },
    { table: 'patient_numbers', column: 'number', keysOf: numberKeysOf },
  ].map(({ table, column, keysOf }) => ({
    keysOf,
    add: database.prepare(`INSERT OR IGNORE INTO ${table} (${column}, patient_id) VALUES (?, ?)`),
    drop: database.prepare(`DELETE FROM ${table} WHERE ${column} = ? AND patient_id = ?`),
  }));
  return {
    save(before, after) {
      for (const { keysOf, add, drop } of tables) {
        const [was, is] = [before ? keysOf(before) : new Set<string>(), keysOf(after)];
        for (const key of was) if (!is.has(key)) drop.run(key, after.id);
        for (const key of is) if (!was.has(key)) add.run(key, after.id);
      }
    },
    drop(patient) {
      for (const { keysOf, drop } of tables) for (const key of keysOf(patient)) drop.run(key, patient.id);
    },
  };
}

function contactKeysOf({ contacts }: RegisteredPatient): ReadonlySet<string> {
  return new Set(contacts.map(contactEnd).filter((key) => key !== ''));
}
