import type Database from 'better-sqlite3';
import type { PatientId, TokenId } from '../../../shared/model/ids';
import { ERASED_NAME, nameKey } from '../../../shared/model/patient';
import { searchTextOf } from '../../../shared/model/search';
import type { NewAuditLine } from '../audit';
import type { PatientStore } from '../erasing';
import type { AuditTable } from './audit';
import type { BookTable } from './books';
import type { MetaTable } from './meta';
import { vacuum } from './opening';
import { answersNaming } from './patients';
import type { PatientTable } from './register';
import { all, first } from './rows';

/** That the file may hold traces; and how many were erased in steps that no line says yet. */
const TRACES = 'erasing.traces';
const UNSAID = 'erasing.unsaid';

export interface ErasingTable {
  readonly face: Pick<PatientStore, 'eraseInSteps' | 'wipeTraces'>;
  /** Within a transaction that is open already. Tokens that are not over stay as they are. */
  erase(tokenIds: readonly TokenId[]): void;
}

/** What names a patient, or is said of one in somebody's words, wherever it stands. */
const personal = { patientName: ERASED_NAME, patientContact: '', patientId: null, note: '' } as const;

/**
 * Erasing is the one change of what happened: whose tokens they were goes, from all that was kept with them. Numbers,
 * times, doctors, reasons and what became of them stay, and replaying the events still gives the book.
 */
export function erasingTable(
  database: Database.Database,
  audit: Pick<AuditTable, 'append'>,
  meta: MetaTable,
  { forgetAll }: Pick<BookTable, 'forgetAll'>,
  patients: Pick<PatientTable, 'removeIdle'>,
): ErasingTable {
  const ids = 'IN (SELECT value FROM json_each(?))';
  const open = database.prepare('INSERT INTO erasing (door, must_be_closed) VALUES (1, 1)');
  const close = database.prepare('DELETE FROM erasing');
  const over = database.prepare(
    `SELECT id, number, patient_id, patient_contact FROM tokens WHERE id ${ids} AND status NOT IN ('active', 'waiting', 'displaced')`,
  );
  const token = database.prepare(
    `UPDATE tokens SET patient_name = @patientName, patient_contact = @patientContact,
       patient_id = @patientId, note = @note, search_text = @searchText, name_key = @nameKey WHERE id = @id`,
  );
  const events = database.prepare(
    'SELECT id, body FROM book_events WHERE token_id IN (SELECT packed_id(value) FROM json_each(?))',
  );
  const event = database.prepare('UPDATE book_events SET body = ? WHERE id = ?');
  // Of a request only its hash is kept, which can be tried: so it goes, and the id alone knows the request again (R17).
  const answer = database.prepare("UPDATE requests SET answer = ?, content_hash = '' WHERE id = ?");
  const calls = database.prepare(`DELETE FROM call_list WHERE token_id ${ids}`);
  const slips = database.prepare(`UPDATE print_jobs SET pdf_path = NULL WHERE token_id ${ids}`);
  const words = database.prepare(
    `UPDATE audit SET reason_text = NULL, reason_salt = NULL
     WHERE token_id IN (SELECT packed_id(value) FROM json_each(?)) AND (reason_text IS NOT NULL OR reason_salt IS NOT NULL)`,
  );
  const pages = database.prepare(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
  );
  const requests = answersNaming(database);

  function erase(tokenIds: readonly TokenId[]): void {
    const found = all(over, JSON.stringify(tokenIds));
    if (found.length === 0) return;
    forgetAll();
    const list = JSON.stringify(found.map(({ id }) => id));
    open.run();
    for (const { id, number } of found) {
      const searchText = searchTextOf({ number: String(number), ...personal });
      token.run({ id, ...personal, searchText, nameKey: nameKey(ERASED_NAME) });
    }
    const known = found.flatMap(({ patient_id: id }) => (typeof id === 'number' ? [id as PatientId] : []));
    for (const { id, body } of all(events, list)) {
      // A token that was corrected was somebody else's before, whose row no token may point to any more.
      known.push(...patientsIn(String(body)));
      event.run(withoutPersonal(String(body)), id);
    }
    patients.removeIdle(
      [...new Set(known)],
      found.map(({ patient_contact: contact }) => String(contact)),
    );
    for (const { id, answer: given } of requests(list)) answer.run(withoutPersonal(String(given)), id);
    calls.run(list);
    slips.run(list);
    words.run(list);
    close.run();
    meta.saveMeta(TRACES, 'yes');
  }

  const eraseInSteps = database.transaction((tokenIds: readonly TokenId[], line: NewAuditLine | null) => {
    erase(tokenIds);
    const unsaid = Number(meta.meta(UNSAID) ?? 0) + tokenIds.length;
    if (line && unsaid > 0) audit.append({ ...line, details: { ...line.details, tokens: unsaid } });
    meta.saveMeta(UNSAID, String(line ? 0 : unsaid));
  });

  return {
    erase,
    face: {
      eraseInSteps: (tokenIds, line) => eraseInSteps.immediate(tokenIds, line),
      wipeTraces(most) {
        if (meta.meta(TRACES) === undefined) return true;
        if (Number(first(pages)?.bytes) > most) return false;
        vacuum(database);
        meta.removeMeta(TRACES);
        // What it was before stands in the log of changes until that is emptied.
        database.pragma('wal_checkpoint(TRUNCATE)');
        return true;
      },
    },
  };
}

/** Every patient who is named, wherever it stands. */
function patientsIn(json: string): PatientId[] {
  const ids: PatientId[] = [];
  JSON.parse(json, (name, value: unknown) => {
    if (name === 'patientId' && typeof value === 'number') ids.push(value as PatientId);
    return value;
  });
  return ids;
}

/** Also where it stands deep inside. */
function withoutPersonal(json: string): string {
  return JSON.stringify(JSON.parse(json), (name, value: unknown) =>
    (typeof value === 'string' || typeof value === 'number') && Object.hasOwn(personal, name)
      ? personal[name as keyof typeof personal]
      : value,
  );
}
