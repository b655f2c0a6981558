import type Database from 'better-sqlite3';
import type { PatientId, TokenId } from '../../../shared/model/ids';
import { contactEnd, ERASED_NAME, nameKey } from '../../../shared/model/patient';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import { LAST_DAY } from '../../../shared/model/time';
import type { Token } from '../../../shared/model/token';
import type { PatientOfToken, PatientStore } from '../erasing';
import type { RegisterStore } from '../register';
import type { AuditTable } from './audit';
import type { CallListTable } from './call-list';
import type { EventTable } from './events';
import type { PrintJobTable } from './print-jobs';
import { all, first, mapperOf, type Row } from './rows';
import { searched, tokenFromRow, withPatients } from './tokens';

const over = "status NOT IN ('active', 'waiting', 'displaced')";

export interface Keepers {
  readonly events: EventTable;
  readonly callList: CallListTable;
  readonly printJobs: PrintJobTable;
  readonly audit: AuditTable;
  readonly register: Pick<
    RegisterStore,
    'patient' | 'mergedWith' | 'patientsNearContact' | 'tokensOfPatient'
  >;
}

/** What is kept of a patient. All days are read through only in pieces, between which others have their turn. */
export function patientQueries(
  database: Database.Database,
  { events, callList, printJobs, audit, register }: Keepers,
): Omit<PatientStore, 'eraseInSteps' | 'forgetPatients' | 'wipeTraces'> {
  const piece = database.prepare(
    `SELECT t.id, t.patient_name, t.patient_contact, t.service_day, t.created_at,
       (instr(${searched}, @tight) OR t.id = @token
         OR NOT EXISTS (SELECT 1 FROM json_each(@words) WHERE NOT instr(${searched}, value))) AS fits
     FROM ${withPatients} WHERE t.patient_name <> '${ERASED_NAME}' AND (t.service_day, t.id) < (@serviceDay, @id)
     ORDER BY t.service_day DESC, t.id DESC LIMIT @most`,
  );
  const get = database.prepare('SELECT * FROM tokens WHERE id = ?');
  const ofName = database.prepare(
    `SELECT * FROM tokens WHERE patient_name <> '${ERASED_NAME}' AND patient_id IS NULL AND name_key = @name
     ORDER BY service_day DESC, created_at DESC LIMIT @limit`,
  );
  // R21: a transfer is the same patient, whatever was corrected since.
  const linked = database.prepare(
    `WITH RECURSIVE line (id) AS (SELECT value FROM json_each(?) UNION
       SELECT tokens.id FROM tokens JOIN line
         ON tokens.transferred_from = line.id OR tokens.transferred_to = line.id)
     SELECT tokens.* FROM line CROSS JOIN tokens ON tokens.id = line.id WHERE patient_name <> '${ERASED_NAME}'`,
  );
  const toErase = database.prepare(
    `SELECT * FROM tokens WHERE patient_name <> '${ERASED_NAME}' AND service_day < ? AND ${over}
     ORDER BY service_day LIMIT ?`,
  );
  const count = database.prepare(
    `SELECT count(*) AS tokens FROM tokens WHERE patient_name <> '${ERASED_NAME}' AND service_day < ? AND ${over}`,
  );
  const calls = database.prepare(
    'SELECT id FROM call_list WHERE token_id IN (SELECT value FROM json_each(?))',
  );
  const jobs = database.prepare(
    'SELECT id FROM print_jobs WHERE token_id IN (SELECT value FROM json_each(?))',
  );
  const lines = database.prepare('SELECT count(*) AS lines FROM audit WHERE token_id = packed_id(?)');
  const requests = answersNaming(database);
  const { patientsNearContact, tokensOfPatient } = register;
  const patients = mapperOf<PatientOfToken>([
    'id',
    'patientName',
    'patientContact',
    'serviceDay',
    'createdAt',
  ]);
  const known = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

  /** The row itself, those that were merged into it, and those that stand for it. */
  function rowsOf(id: PatientId): readonly RegisteredPatient[] {
    const row = register.patient(id);
    if (!row) return [];
    const standing = row.mergedInto === null ? [] : rowsOf(row.mergedInto);
    return [row, ...register.mergedWith(id), ...standing];
  }

  /** By the name alone, and nobody of whom more is known. */
  function ofNobody({ patientName, patientContact }: Token, limit: number): Token[] {
    const named = all(ofName, { name: nameKey(patientName), limit }).map(tokenFromRow);
    const end = contactEnd(patientContact);
    return named.filter((one) => contactEnd(one.patientContact) === end);
  }

  return {
    findPatients: ({ id: token, tight, words }, after, most) => {
      const { serviceDay, id } = after ?? { serviceDay: LAST_DAY, id: '' };
      const rows = all(piece, { token, tight, words: JSON.stringify(words), serviceDay, id, most });
      const found = rows.filter(({ fits }) => fits === 1).map(patients.fromRow);
      const last = rows.at(-1);
      return { found, next: last && rows.length === most ? patients.fromRow(last) : null };
    },
    tokensNear: (tokenId, limit) => {
      const row = first(get, tokenId);
      if (!row) return [];
      const token = tokenFromRow(row);
      const own = token.patientId === null ? ofNobody(token, limit) : tokensOfPatient(token.patientId, limit);
      const others = patientsNearContact(token.patientContact).flatMap(({ id }) =>
        tokensOfPatient(id, limit),
      );
      const near = new Map([token, ...others, ...own].map((one) => [one.id, one]));
      const same = new Set<string>();
      for (const one of all(linked, JSON.stringify([tokenId, ...own.map(({ id }) => id)])).map(
        tokenFromRow,
      )) {
        same.add(one.id);
        near.set(one.id, one);
      }
      return [...near.values()]
        .map((one) => ({ token: one, isSame: same.has(one.id) }))
        .sort((a, b) => b.token.createdAt - a.token.createdAt);
    },
    keptOf: (tokenIds) => {
      const list = JSON.stringify(tokenIds);
      const tokens = tokenIds.flatMap((id) => known(first(get, id)).map(tokenFromRow));
      const rows = tokens.flatMap(({ patientId }) => (patientId === null ? [] : rowsOf(patientId)));
      return {
        patients: [...new Map(rows.map((row) => [row.id, row])).values()],
        tokens,
        events: tokenIds.flatMap((id) => events.face.tokenHistory(id).map(({ event }) => event)),
        callList: all(calls, list).flatMap(({ id }) => known(callList.face.callListLine(id as never))),
        printJobs: all(jobs, list).flatMap(({ id }) => known(printJobs.face.printJob(id as never))),
        audit: tokenIds.flatMap((id) =>
          audit.face.auditLines({ tokenId: id }, Number(first(lines, id)?.lines)),
        ),
        answers: requests(list).map(({ at, answer }) => ({
          at: Number(at),
          answer: JSON.parse(String(answer)) as unknown,
        })),
      };
    },
    tokensToErase: (before, limit) => all(toErase, before, limit).map(tokenFromRow),
    countToErase: (before) => Number(first(count, before)?.tokens),
  };
}

/**
 * R17: the requests that name one of these tokens (ids as JSON) in their answer. They are read through, but only from the
 * moment on when something was first done with one of the tokens, and not at all if that was all before the oldest. What changes
 * only the register is no event of the token, and stands on record.
 */
export function answersNaming(database: Database.Database): (tokenIds: string) => Row[] {
  const packed = 'token_id IN (SELECT packed_id(value) FROM json_each(@ids))';
  const stretch = database.prepare(
    `SELECT min(at) AS first, max(at) AS last FROM
       (SELECT at FROM book_events WHERE ${packed} UNION ALL SELECT at FROM audit WHERE ${packed})`,
  );
  const oldest = database.prepare('SELECT min(at) AS at FROM requests');
  const since = database.prepare('SELECT id, at, answer FROM requests WHERE at >= ? ORDER BY at');
  return (tokenIds) => {
    const { first: from, last } = first(stretch, { ids: tokenIds }) ?? {};
    const kept = first(oldest)?.at;
    if (typeof from !== 'number' || typeof kept !== 'number' || Number(last) < kept) return [];
    const ids = JSON.parse(tokenIds) as TokenId[];
    return all(since, from).filter(({ answer }) => ids.some((id) => String(answer).includes(id)));
  };
}
