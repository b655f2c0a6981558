import type Database from 'better-sqlite3';
import type { TokenId } from '../../../shared/model/ids';
import { contactEnd, ERASED_NAME, nameKey } from '../../../shared/model/patient';
import { LAST_DAY } from '../../../shared/model/time';
import type { PatientOfToken, PatientStore } from '../erasing';
import type { AuditTable } from './audit';
import type { CallListTable } from './call-list';
import type { EventTable } from './events';
import type { PrintJobTable } from './print-jobs';
import { all, first, mapperOf, type Row } from './rows';
import { tokenFromRow } from './tokens';

const over = "status NOT IN ('active', 'waiting', 'displaced')";

export interface Keepers {
  readonly events: EventTable;
  readonly callList: CallListTable;
  readonly printJobs: PrintJobTable;
  readonly audit: AuditTable;
}

/** What is kept of a patient. All days are read through only in pieces, between which others have their turn. */
export function patientQueries(
  database: Database.Database,
  { events, callList, printJobs, audit }: Keepers,
): Omit<PatientStore, 'eraseInSteps' | 'wipeTraces'> {
  const piece = database.prepare(
    `SELECT id, patient_name, patient_contact, service_day, created_at, (instr(search_text, @tight) OR id = @token
       OR NOT EXISTS (SELECT 1 FROM json_each(@words) WHERE NOT instr(search_text, value))) AS fits
     FROM tokens WHERE patient_name <> '${ERASED_NAME}' AND (service_day, id) < (@serviceDay, @id)
     ORDER BY service_day DESC, id DESC LIMIT @most`,
  );
  const get = database.prepare('SELECT * FROM tokens WHERE id = ?');
  const ofContact = database.prepare(
    `SELECT * FROM tokens WHERE patient_name <> '${ERASED_NAME}'
       AND (substr(contact_key, -8) = @tail OR contact_key = @tail)
     ORDER BY service_day DESC, created_at DESC LIMIT @limit`,
  );
  const ofName = database.prepare(
    `SELECT * FROM tokens WHERE patient_name <> '${ERASED_NAME}' AND contact_key = '' AND name_key = @name
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
  const patients = mapperOf<PatientOfToken>([
    'id',
    'patientName',
    'patientContact',
    'serviceDay',
    'createdAt',
  ]);
  const known = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

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
      const { patientName, patientContact } = tokenFromRow(row);
      const [tail, name] = [contactEnd(patientContact), nameKey(patientName)];
      const near = new Map<string, Row>([[tokenId, row]]);
      const others = tail === '' ? all(ofName, { name, limit }) : all(ofContact, { tail, limit });
      for (const one of others) {
        const { patientContact: contact } = tokenFromRow(one);
        // Of a phone that is only a part of another one it is somebody else's.
        if (contact === '' || contactEnd(contact) === tail) near.set(String(one.id), one);
      }
      const isNamesake = (one: Row): boolean => nameKey(String(one.patient_name)) === name;
      const own = [...near.values()].filter(isNamesake).map(({ id }) => String(id));
      const same = new Set<string>();
      for (const one of all(linked, JSON.stringify([...own, tokenId]))) {
        same.add(String(one.id));
        near.set(String(one.id), one);
      }
      return [...near.values()]
        .map((one) => ({ token: tokenFromRow(one), isSame: same.has(String(one.id)) }))
        .sort((a, b) => b.token.createdAt - a.token.createdAt);
    },
    keptOf: (tokenIds) => {
      const list = JSON.stringify(tokenIds);
      return {
        tokens: tokenIds.flatMap((id) => known(first(get, id)).map(tokenFromRow)),
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
 * moment on when something was first done with one of the tokens, and not at all if that was all before the oldest.
 */
export function answersNaming(database: Database.Database): (tokenIds: string) => Row[] {
  const stretch = database.prepare(
    `SELECT min(at) AS first, max(at) AS last FROM book_events
     WHERE token_id IN (SELECT packed_id(value) FROM json_each(?))`,
  );
  const oldest = database.prepare('SELECT min(at) AS at FROM requests');
  const since = database.prepare('SELECT id, at, answer FROM requests WHERE at >= ? ORDER BY at');
  return (tokenIds) => {
    const { first: from, last } = first(stretch, tokenIds) ?? {};
    const kept = first(oldest)?.at;
    if (typeof from !== 'number' || typeof kept !== 'number' || Number(last) < kept) return [];
    const ids = JSON.parse(tokenIds) as TokenId[];
    return all(since, from).filter(({ answer }) => ids.some((id) => String(answer).includes(id)));
  };
}
