import { contactEnd, ERASED_NAME, patientKey } from '../../../../shared/model/patient';
import { DEFAULT_COUNTRY } from '../../../../shared/model/phone';
import { patientSearchText } from '../../../../shared/model/registered-patient';
import type { Migration } from '../migration';

const textOf = (name: string, contact: string): string =>
  patientSearchText({
    name,
    contacts: [contact],
    secondName: '',
    clinicNumber: '',
    identifiers: [],
    birth: null,
  });

/**
 * The patient register. Whoever had tokens of the same contact and name (R17) is one patient; without a contact nobody is
 * known. What is looked for stands with the patient, and with a token only where that says something else, or where nobody
 * is known. Tokens have no key to the register that the schema minds: one that lost its row is still a token.
 */
export const patients: Migration = {
  version: 26,
  name: 'patients',
  functions: {
    patient_key: (name, contact, country) => patientKey(name, contact, country),
    contact_end: (contact) => contactEnd(contact),
    patient_text: textOf,
  },
  sql: `
CREATE TABLE patients (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) > 0),
  second_name TEXT,
  sex TEXT CHECK (sex IN ('female', 'male', 'other')),
  birth TEXT,
  contacts TEXT NOT NULL CHECK (json_valid(contacts)),
  address TEXT,
  clinic_number TEXT,
  identifiers TEXT CHECK (json_valid(identifiers)),
  note TEXT,
  precedence TEXT CHECK (precedence IN ('senior', 'pregnant', 'disabled', 'infant', 'other')),
  precedence_until TEXT,
  merged_into INTEGER CHECK (merged_into <> id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  search_text TEXT NOT NULL
) STRICT;
CREATE INDEX patients_merged ON patients (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX patients_by_clinic_number ON patients (clinic_number) WHERE clinic_number IS NOT NULL;
CREATE TABLE patient_contacts (
  contact_end TEXT NOT NULL,
  patient_id INTEGER NOT NULL,
  PRIMARY KEY (contact_end, patient_id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE patient_search USING fts5(search_text, content = 'patients', content_rowid = 'id',
  tokenize = 'trigram case_sensitive 1', detail = 'none', columnsize = 0);
INSERT INTO patient_search (patient_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER patients_are_found AFTER INSERT ON patients
BEGIN INSERT INTO patient_search (rowid, search_text) VALUES (NEW.id, NEW.search_text); END;
CREATE TRIGGER patients_are_found_anew AFTER UPDATE OF search_text ON patients
WHEN OLD.search_text <> NEW.search_text
BEGIN
  INSERT INTO patient_search (patient_search, rowid, search_text) VALUES ('delete', OLD.id, OLD.search_text);
  INSERT INTO patient_search (rowid, search_text) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER patients_are_found_no_more AFTER DELETE ON patients
BEGIN
  INSERT INTO patient_search (patient_search, rowid, search_text) VALUES ('delete', OLD.id, OLD.search_text);
END;

ALTER TABLE tokens ADD COLUMN patient_id INTEGER;
CREATE TEMP TABLE said (
  id TEXT PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, contact TEXT NOT NULL, at INTEGER NOT NULL
);
INSERT INTO said
  SELECT id, patient_key(patient_name, patient_contact, coalesce(
    (SELECT json_extract(value, '$.clinic.country') FROM settings WHERE key = 'all'), '${DEFAULT_COUNTRY}')), patient_name, patient_contact, created_at FROM tokens
  WHERE patient_name <> '${ERASED_NAME}' AND contact_end(patient_contact) <> '';
CREATE INDEX temp.said_by_key ON said (key, at);
CREATE TEMP TABLE people (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, contact TEXT NOT NULL,
  since INTEGER NOT NULL, last INTEGER NOT NULL
);
INSERT INTO people (key, name, contact, since, last)
  SELECT key, name, contact, (SELECT min(at) FROM said AS one WHERE one.key = said.key), max(at) AS last
  FROM said GROUP BY key ORDER BY 4, key;
INSERT INTO patients (id, name, contacts, created_at, updated_at, search_text)
  SELECT id, name, json_array(contact), since, last, patient_text(name, contact) FROM people;
INSERT INTO patient_contacts (contact_end, patient_id) SELECT contact_end(contact), id FROM people;
UPDATE tokens SET patient_id = (SELECT people.id FROM said JOIN people USING (key) WHERE said.id = tokens.id);
UPDATE tokens SET name_key = '', search_text = iif(patient_text(patient_name, patient_contact) =
    (SELECT patients.search_text FROM patients WHERE patients.id = patient_id), '', search_text)
  WHERE patient_id IS NOT NULL;
DROP TABLE said;
DROP TABLE people;

DROP INDEX tokens_by_contact_key;
DROP INDEX tokens_by_contact_end;
ALTER TABLE tokens DROP COLUMN contact_key;
CREATE INDEX tokens_by_patient ON tokens (patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX tokens_of_names ON tokens (name_key) WHERE patient_id IS NULL AND patient_name <> '${ERASED_NAME}';`,
};
