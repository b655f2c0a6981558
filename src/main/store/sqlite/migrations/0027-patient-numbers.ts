import { numberKeysOf } from '../../../../shared/model/patient-number';
import type { Migration } from '../migration';

/**
 * Who has which number, the clinic's own, an ABHA number or another, however it is written: a scanned card finds its patient,
 * and a clinic number is not given to a second one. Those that two have already stay as they are.
 */
export const patientNumbers: Migration = {
  version: 27,
  name: 'patient-numbers',
  functions: {
    number_keys: (clinicNumber, identifiers) =>
      JSON.stringify([
        ...numberKeysOf({
          clinicNumber: String(clinicNumber ?? ''),
          identifiers: JSON.parse(String(identifiers ?? '[]')),
        }),
      ]),
  },
  sql: `
CREATE TABLE patient_numbers (
  number TEXT NOT NULL,
  patient_id INTEGER NOT NULL,
  PRIMARY KEY (number, patient_id)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO patient_numbers (number, patient_id)
  SELECT json_each.value, patients.id FROM patients, json_each(number_keys(clinic_number, identifiers))
  WHERE clinic_number IS NOT NULL OR identifiers IS NOT NULL;
DROP INDEX patients_by_clinic_number;`,
};
