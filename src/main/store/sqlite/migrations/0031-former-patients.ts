import type { Migration } from '../migration';

/** A token's id as other tables have it. */
const id = (hex: string): string =>
  [`substr(${hex}, 1, 8)`, ...[9, 13, 17].map((at) => `substr(${hex}, ${at}, 4)`), `substr(${hex}, 21)`].join(
    " || '-' || ",
  );

/**
 * Whose a token was before it became somebody else's, by the register: who is erased goes from what happened with it, too. Of
 * what there is already the events tell it; before version 26 they name nobody of the register.
 */
export const formerPatients: Migration = {
  version: 31,
  name: 'former-patients',
  sql: `
CREATE TABLE former_patients (
  token_id TEXT NOT NULL,
  patient_id INTEGER NOT NULL,
  PRIMARY KEY (token_id, patient_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX former_patients_by_patient ON former_patients (patient_id);
INSERT OR IGNORE INTO former_patients (token_id, patient_id)
  SELECT tokens.id, named.value FROM
    (SELECT token_id, CASE typeof(token_id) WHEN 'blob' THEN ${id('lower(hex(token_id))')} ELSE token_id END AS id
     FROM book_events WHERE type = 'tokenCorrected' GROUP BY token_id) AS corrected
    CROSS JOIN tokens ON tokens.id = corrected.id
    CROSS JOIN book_events ON book_events.token_id = corrected.token_id
    CROSS JOIN json_tree(book_events.body) AS named
  WHERE named.key = 'patientId' AND named.type = 'integer' AND named.value IS NOT tokens.patient_id;`,
};
