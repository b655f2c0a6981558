import type Database from 'better-sqlite3';
import { fold } from '../../../shared/model/fold';
import { type PatientId, patientIdSchema } from '../../../shared/model/ids';
import { contactEnd } from '../../../shared/model/patient';
import { clinicNumberOf, numberKey } from '../../../shared/model/patient-number';
import type { PatientSearch } from '../../../shared/model/patient-search';
import {
  isCalled,
  patientSearchText,
  type RegisteredPatient,
  registeredPatientSchema,
} from '../../../shared/model/registered-patient';
import { searchTextOf } from '../../../shared/model/search';
import type { Token } from '../../../shared/model/token';
import type { RegisterStore } from '../register';
import type { FormerPatientTable } from './former-patients';
import { patientKeys } from './patient-keys';
import { raisePatientNumbers } from './patient-series';
import { all, first, mapperOf, type Row, upsertSql } from './rows';

const fields = Object.keys(registeredPatientSchema.shape);
/** Nothing of these takes no room. */
const texts = ['secondName', 'address', 'clinicNumber', 'note'] as const;

/** Reads rows of the register, and keeps what tokens are found by. */
export interface PatientTable {
  readonly face: Pick<
    RegisterStore,
    | 'patient'
    | 'patientsNearContact'
    | 'patientsOfNumber'
    | 'mergedWith'
    | 'nextPatientId'
    | 'raisePatientNumbers'
    | 'searchPatients'
  >;
  /** Within a transaction that is open already. Answers which rows are no more one person: this one, and what stood for it. */
  savePatient(patient: RegisteredPatient): readonly PatientId[];
  /** Rows that were merged into a token's, and whose name and contact it has: it is theirs once they are taken apart. */
  mergedAs(token: Token): readonly PatientId[];
  /** Whether a token is found by what stands in the register. */
  saysAsMuch(token: Token): boolean;
  /**
   * Deletes those of these whose visits were erased, with all rows that are one person: a row that was merged is how somebody
   * is found who still comes. Answers who has no visit any more, as it stood there.
   */
  removeErased(ids: readonly PatientId[]): RegisteredPatient[];
  /** Deletes those of these, with all that are one person, that no token points to, nor would if a correction were undone. */
  removeIdle(ids: readonly PatientId[]): void;
}

/** `@id`, and all that were merged into it. */
export const family = `WITH RECURSIVE family (id) AS (
  SELECT @id UNION SELECT patients.id FROM family CROSS JOIN patients ON patients.merged_into = family.id)`;

/** `@id`, the rows that stand for it, and all that were merged into any of these. */
export const wholeFamily = `WITH RECURSIVE standing (id) AS (
  SELECT @id UNION SELECT merged_into FROM standing CROSS JOIN patients USING (id) WHERE merged_into IS NOT NULL),
family (id) AS (SELECT id FROM standing UNION
  SELECT patients.id FROM family CROSS JOIN patients ON patients.merged_into = family.id)`;

const mapper = mapperOf<RegisteredPatient>(fields);

function fromRow(row: Row): RegisteredPatient {
  const patient = mapper.fromRow(row);
  const read = Object.fromEntries(texts.map((name) => [name, patient[name] ?? '']));
  const contacts = JSON.parse(String(row.contacts));
  return { ...patient, ...read, contacts, identifiers: JSON.parse(String(row.identifiers ?? '[]')) };
}

function toRow(patient: RegisteredPatient): Row {
  const { contacts, identifiers } = patient;
  const written = Object.fromEntries(texts.map((name) => [name, patient[name] || null]));
  const lists = {
    contacts: JSON.stringify(contacts),
    identifiers: identifiers.length > 0 ? JSON.stringify(identifiers) : null,
  };
  return mapper.toRow({ ...patient, ...written, ...lists } as unknown as RegisteredPatient);
}

export function patientTable(
  database: Database.Database,
  former: Pick<FormerPatientTable, 'has'>,
): PatientTable {
  const get = database.prepare('SELECT * FROM patients WHERE id = ?');
  const upsert = database.prepare(upsertSql('patients', [...fields, 'searchText'], ['id']));
  const ofContact = database.prepare(
    'SELECT patient_id FROM patient_contacts WHERE contact_end = ? ORDER BY patient_id',
  );
  const ofNumber = database.prepare(
    `SELECT patients.* FROM patient_numbers CROSS JOIN patients ON patients.id = patient_id
     WHERE number = ? ORDER BY patients.id LIMIT 10`,
  );
  const keys = patientKeys(database);
  const merged = database.prepare(
    `${family} SELECT patients.* FROM family CROSS JOIN patients ON patients.id = family.id
     WHERE family.id <> @id ORDER BY patients.id`,
  );
  const last = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'patients'");
  const textOf = database.prepare('SELECT search_text FROM patients WHERE id = ?');
  const foundBy = (fits: string): Database.Statement =>
    database.prepare(
      `SELECT patients.* FROM patient_search CROSS JOIN patients ON patients.id = patient_search.rowid
       WHERE patient_search MATCH @match AND ${fits} ORDER BY patient_search.rowid DESC LIMIT @limit`,
    );
  const byText = foundBy(`(instr(patients.search_text, @tight)
    OR NOT EXISTS (SELECT 1 FROM json_each(@words) WHERE NOT instr(patients.search_text, value)))`);
  const bySound = foundBy('TRUE');
  const silent = database.prepare(
    `SELECT id, number, patient_name, patient_contact FROM tokens WHERE patient_id = ? AND search_text = ''`,
  );
  const speak = database.prepare('UPDATE tokens SET search_text = ? WHERE id = ?');
  const points = database.prepare('SELECT 1 FROM tokens WHERE patient_id = ? LIMIT 1');
  const remove = database.prepare('DELETE FROM patients WHERE id = ?');
  const rowsOfOne = database.prepare(`${family} SELECT id FROM family`);

  const patient = (id: PatientId): RegisteredPatient | undefined => {
    const row = first(get, id);
    return row && fromRow(row);
  };
  const patientsNearContact = (contact: string): RegisteredPatient[] => {
    const key = contactEnd(contact);
    if (key === '') return [];
    return all(ofContact, key).flatMap(({ patient_id: id }) => patient(id as PatientId) ?? []);
  };

  /** What a token was found by is about to change: it says itself from now on what stands on it. */
  function tokensSpeak(id: PatientId): void {
    for (const row of all(silent, id)) {
      const [number, patientName, patientContact] = [row.number, row.patient_name, row.patient_contact].map(
        String,
      );
      speak.run(searchTextOf({ number, patientName, patientContact } as Token), row.id);
    }
  }

  /** Those that were merged into another before it. */
  function onePerson(id: PatientId): PatientId[] {
    const into = patient(id)?.mergedInto ?? null;
    if (into !== null) return onePerson(into);
    const rows = all(rowsOfOne, { id }).map((row) => row.id as PatientId);
    return rows.toReversed();
  }
  const hasVisit = (id: PatientId): boolean => first(points, id) !== undefined;

  function removeAll(ids: readonly PatientId[]): RegisteredPatient[] {
    const rows: RegisteredPatient[] = [];
    for (const id of ids) {
      const one = patient(id);
      if (!one) continue;
      keys.drop(one);
      remove.run(id);
      rows.push(one);
    }
    return rows;
  }

  return {
    face: {
      patient,
      patientsNearContact,
      patientsOfNumber: (number) => {
        const key = numberKey(number);
        return key === '' ? [] : all(ofNumber, key).map(fromRow);
      },
      mergedWith: (id) => all(merged, { id }).map(fromRow),
      nextPatientId: () => patientIdSchema.parse(Number(first(last)?.seq ?? 0) + 1),
      raisePatientNumbers: (atLeast) => raisePatientNumbers(database, atLeast),
      searchPatients: ({ tight, words, names }, limit) => {
        const numbered = all(ofNumber, numberKey(clinicNumberOf(tight)));
        const text = anyOf([allOf([tight]), allOf(words)]);
        const written = text && all(byText, { match: text, tight, words: JSON.stringify(words), limit });
        const sound = names && soundOf(names);
        const heard = sound && all(bySound, { match: sound, limit });
        const rows = [...numbered, ...(written || []), ...(heard || [])];
        return [...new Map(rows.map((row) => [row.id, fromRow(row)])).values()];
      },
    },
    savePatient: (after) => {
      const before = patient(after.id);
      const searchText = patientSearchText(after);
      if (before && patientSearchText(before) !== searchText) tokensSpeak(after.id);
      upsert.run({ ...toRow(after), search_text: searchText });
      keys.save(before, after);
      const stood = before?.mergedInto ?? null;
      return stood === null || stood === after.mergedInto ? [] : [stood, after.id];
    },
    mergedAs: ({ patientId, patientName, patientContact }) => {
      const rows = patientsNearContact(patientContact).filter(
        (row) => row.mergedInto !== null && isCalled(row, patientName, patientContact),
      );
      const own = patientId === null || rows.length === 0 ? [] : onePerson(patientId);
      return rows.map(({ id }) => id).filter((id) => id !== patientId && own.includes(id));
    },
    saysAsMuch: (token) => {
      const known = token.patientId === null ? undefined : first(textOf, token.patientId);
      if (!known) return false;
      const said = new Set(String(known.search_text).split('|'));
      return [token.patientName, token.patientContact].every((part) => part === '' || said.has(fold(part)));
    },
    removeIdle: (ids) => {
      for (const id of ids) {
        const person = onePerson(id);
        if (!person.some((one) => hasVisit(one) || former.has(one))) removeAll(person);
      }
    },
    removeErased: (ids) => {
      const persons = ids.map(onePerson).filter((person) => !person.some(hasVisit));
      return removeAll([...new Set(persons.flat())]);
    },
  };
}

/** Some needle of each word, or one of all the words as one. */
function soundOf({ words, together }: NonNullable<PatientSearch['names']>): string {
  const each = words.map((needles) => anyOf(needles.map((needle) => allOf([needle]))));
  const every = each.includes('') ? '' : each.map((one) => `(${one})`).join(' AND ');
  return anyOf([every, ...together.map((needle) => allOf([needle]))]);
}

const anyOf = (ways: readonly string[]): string =>
  [...new Set(ways)]
    .filter((way) => way !== '')
    .map((way) => `(${way})`)
    .join(' OR ');

/** All runs of three letters of these: the index knows no others. Empty: they are too short. */
function allOf(texts: readonly string[]): string {
  const runs = texts.flatMap((text) => {
    const letters = [...text];
    return letters.slice(2).map((_letter, place) => letters.slice(place, place + 3).join(''));
  });
  return [...new Set(runs)].map((run) => `"${run}"`).join(' AND ');
}
