import type Database from 'better-sqlite3';
import type { PatientId, TokenId } from '../../../shared/model/ids';
import { all, first } from './rows';

/** Whose tokens were, by the register, before they became somebody else's. */
export interface FormerPatientTable {
  add(tokenId: TokenId, patientId: PatientId): void;
  /** Whose any of these tokens was, each once. */
  of(tokenIds: readonly TokenId[]): PatientId[];
  /** Tokens that were once of this patient. */
  tokensOf(patientId: PatientId): TokenId[];
  has(patientId: PatientId): boolean;
  /** These tokens were nobody's before. */
  forgetTokens(tokenIds: readonly TokenId[]): void;
  /** This patient never had a token that is somebody else's now. */
  forgetPatient(patientId: PatientId): void;
}

export function formerPatientTable(database: Database.Database): FormerPatientTable {
  const ids = 'IN (SELECT value FROM json_each(?))';
  const insert = database.prepare(
    'INSERT OR IGNORE INTO former_patients (token_id, patient_id) VALUES (?, ?)',
  );
  const ofTokens = database.prepare(`SELECT DISTINCT patient_id FROM former_patients WHERE token_id ${ids}`);
  const ofPatient = database.prepare('SELECT token_id FROM former_patients WHERE patient_id = ?');
  const one = database.prepare('SELECT 1 FROM former_patients WHERE patient_id = ? LIMIT 1');
  const dropTokens = database.prepare(`DELETE FROM former_patients WHERE token_id ${ids}`);
  const dropPatient = database.prepare('DELETE FROM former_patients WHERE patient_id = ?');
  return {
    add: (tokenId, patientId) => void insert.run(tokenId, patientId),
    of: (tokenIds) => all(ofTokens, JSON.stringify(tokenIds)).map((row) => row.patient_id as PatientId),
    tokensOf: (patientId) => all(ofPatient, patientId).map((row) => row.token_id as TokenId),
    has: (patientId) => first(one, patientId) !== undefined,
    forgetTokens: (tokenIds) => void dropTokens.run(JSON.stringify(tokenIds)),
    forgetPatient: (patientId) => void dropPatient.run(patientId),
  };
}
