import type Database from 'better-sqlite3';
import type { PatientId, TokenId } from '../../../shared/model/ids';
import {
  ERASED_NAME,
  erasedPersonal,
  nameKey,
  type OfPatient,
  patientKey,
} from '../../../shared/model/patient';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import { searchTextOf } from '../../../shared/model/search';
import type { NewAuditLine } from '../audit';
import type { PatientStore } from '../erasing';
import type { AuditTable } from './audit';
import { sharesWith } from './event-forgetting';
import type { EventTable } from './events';
import type { FormerPatientTable } from './former-patients';
import type { MetaTable } from './meta';
import { vacuum } from './opening';
import { answersNaming } from './patients';
import type { PaymentTable } from './payments';
import type { PatientTable } from './register';
import { all, first } from './rows';

/** That the file may hold traces; and how many were erased in steps that no line says yet. */
const TRACES = 'erasing.traces';
const UNSAID = 'erasing.unsaid';

export interface ErasingTable {
  readonly face: Pick<PatientStore, 'eraseInSteps' | 'forgetPatients' | 'wipeTraces'>;
  /** Within a transaction that is open already. Tokens that are not over stay as they are. */
  erase(tokenIds: readonly TokenId[]): void;
  /** The same: of rows that were one person, and are two again, goes the one whose own visits were erased meanwhile. */
  removeIdle(ids: readonly PatientId[]): void;
}

/** Where whatever is erased stands. */
interface Erased {
  readonly audit: Pick<AuditTable, 'append'>;
  readonly meta: MetaTable;
  readonly events: Pick<EventTable, 'forgetPatient'>;
  readonly former: FormerPatientTable;
  readonly patients: Pick<PatientTable, 'removeErased' | 'removeIdle' | 'face'>;
  readonly payments: Pick<PaymentTable, 'forgetWords'>;
  forgetAll(): void;
}

/**
 * Erasing is the one change of what happened: whose tokens they were goes, from all that was kept with them. Numbers,
 * times, doctors, reasons and what became of them stay, and replaying the events still gives the book.
 */
export function erasingTable(
  database: Database.Database,
  { audit, meta, events, former, patients, payments, forgetAll }: Erased,
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
  const bodies = database.prepare(
    'SELECT id, body FROM book_events WHERE token_id IN (SELECT packed_id(value) FROM json_each(?))',
  );
  const event = database.prepare('UPDATE book_events SET body = ? WHERE id = ?');
  // Of a request only its hash is kept, which can be tried: so it goes, and the id alone knows the request again (R17).
  const answer = database.prepare("UPDATE requests SET answer = ?, content_hash = '' WHERE id = ?");
  const calls = database.prepare(`DELETE FROM call_list WHERE token_id ${ids}`);
  const call = database.prepare('DELETE FROM call_list WHERE id = ?');
  const callsOf = database.prepare('SELECT id, body FROM call_list WHERE token_id = ?');
  const slips = database.prepare(`UPDATE print_jobs SET pdf_path = NULL WHERE token_id ${ids}`);
  const words = database.prepare(
    `UPDATE audit SET reason_text = NULL, reason_salt = NULL
     WHERE token_id IN (SELECT packed_id(value) FROM json_each(?)) AND at <= ?
       AND (reason_text IS NOT NULL OR reason_salt IS NOT NULL)`,
  );
  const pages = database.prepare(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
  );
  const requests = answersNaming(database);
  const whose = database.prepare('SELECT patient_id, patient_name, patient_contact FROM tokens WHERE id = ?');

  function erase(tokenIds: readonly TokenId[]): void {
    const found = all(over, JSON.stringify(tokenIds));
    if (found.length === 0) return;
    forgetAll();
    const erased = found.map(({ id }) => id as TokenId);
    const list = JSON.stringify(erased);
    open.run();
    for (const { id, number } of found) {
      const searchText = searchTextOf({ number: String(number), ...erasedPersonal });
      token.run({ id, ...erasedPersonal, searchText, nameKey: nameKey(ERASED_NAME) });
    }
    for (const { id, body } of all(bodies, list)) event.run(withoutPersonal(String(body)), id);
    for (const { id, answer: given } of requests(list))
      answer.run(withoutWords(withoutPersonal(String(given))), id);
    calls.run(list);
    slips.run(list);
    payments.forgetWords(erased);
    words.run(list, Number.MAX_SAFE_INTEGER);
    // Whoever such a token was of once, and whoever was added along with them, has no visit of it either.
    const near = found.flatMap(({ patient_contact: contact }) =>
      patients.face.patientsNearContact(String(contact)).map(({ id }) => id),
    );
    const others = [...former.of(erased), ...near];
    former.forgetTokens(erased);
    const owners = new Set(
      found.flatMap(({ patient_id: id }) => (typeof id === 'number' ? [id as PatientId] : [])),
    );
    patients.removeIdle([...forgetAllOf([...owners]), ...others]);
    close.run();
    meta.saveMeta(TRACES, 'yes');
  }

  /** Whoever of these has no visit any more, with what happened with tokens that were theirs once; answers who that was. */
  function forgetAllOf(owners: readonly PatientId[]): readonly PatientId[] {
    const gone = withHalfway(patients.removeErased(owners));
    // All are gone before any of them is forgotten: what names one of them is no other's.
    const once = gone.map((row) => [row, former.tokensOf(row.id)] as const);
    for (const { id } of gone) former.forgetPatient(id);
    for (const [row, tokens] of once) for (const tokenId of tokens) forget(tokenId, row);
    return gone.map(({ id }) => id);
  }

  /**
   * With the rows halfway: where a token was corrected in two steps, what stood there between them has the first one's phone or name, and
   * no visit of its own.
   */
  function withHalfway(gone: readonly RegisteredPatient[]): readonly RegisteredPatient[] {
    const all = [...gone];
    for (const row of all) {
      for (const tokenId of former.tokensOf(row.id)) {
        const now = first(whose, tokenId);
        const said = now && { name: String(now.patient_name), contacts: [String(now.patient_contact)] };
        const between = former.of([tokenId]).filter((id) => {
          const other = patients.face.patient(id);
          return other && id !== now?.patient_id && sharesWith(row, other, said);
        });
        all.push(...patients.removeErased(between));
      }
    }
    return all;
  }

  /** Who else a token was of, and is still in the register, by name and contact. */
  function othersOf(tokenId: TokenId): ReadonlyMap<string, PatientId> {
    const rows = former.of([tokenId]).flatMap((id) => patients.face.patient(id) ?? []);
    return new Map(
      rows.flatMap(({ id, name, contacts }) =>
        (contacts.length === 0 ? [''] : contacts).map((contact) => [patientKey(name, contact), id] as const),
      ),
    );
  }

  /** A token that was somebody's, and is somebody else's now: that goes from what was before. */
  function forget(tokenId: TokenId, gone: RegisteredPatient): void {
    const list = JSON.stringify([tokenId]);
    const { isTheirs, until } = events.forgetPatient(tokenId, gone, othersOf(tokenId));
    const without = (given: unknown): string => withoutPatient(String(given), gone.id, isTheirs);
    // What was asked about it while it was theirs may say who they are, whatever was answered.
    for (const { id, at, answer: given } of requests(list))
      if (Number(at) <= until || without(given) !== given) answer.run(without(given), id);
    for (const { id, body } of all(callsOf, tokenId)) if (without(body) !== body) call.run(id);
    slips.run(list);
    words.run(list, until);
  }

  const eraseInSteps = database.transaction((tokenIds: readonly TokenId[], line: NewAuditLine | null) => {
    erase(tokenIds);
    const unsaid = Number(meta.meta(UNSAID) ?? 0) + tokenIds.length;
    if (line && unsaid > 0) audit.append({ ...line, details: { ...line.details, tokens: unsaid } });
    meta.saveMeta(UNSAID, String(line ? 0 : unsaid));
  });

  const forgetPatients = database.transaction((ids: readonly PatientId[]) => {
    forgetAll();
    open.run();
    patients.removeIdle(forgetAllOf(ids));
    close.run();
    meta.saveMeta(TRACES, 'yes');
  });

  return {
    erase,
    removeIdle(ids) {
      patients.removeIdle(ids);
      if (ids.length > 0) meta.saveMeta(TRACES, 'yes');
    },
    face: {
      eraseInSteps: (tokenIds, line) => eraseInSteps.immediate(tokenIds, line),
      forgetPatients: (ids) => {
        if (ids.length > 0) forgetPatients.immediate(ids);
      },
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

/** Also where it stands deep inside. */
function withoutPersonal(json: string): string {
  return JSON.stringify(JSON.parse(json), (name, value: unknown) =>
    (typeof value === 'string' || typeof value === 'number') && Object.hasOwn(erasedPersonal, name)
      ? erasedPersonal[name as keyof typeof erasedPersonal]
      : value,
  );
}

/** Why something was let off or put right is answered with it, and may name them. */
const withoutWords = (json: string): string =>
  JSON.stringify(JSON.parse(json), (name, value: unknown) => (name === 'reasonText' ? '' : value));

/** The same of what says whose it is, where that is this patient. */
function withoutPatient(json: string, patientId: PatientId, isTheirs: (said: OfPatient) => boolean): string {
  return JSON.stringify(JSON.parse(json), (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('patientName' in value)) return value;
    const said = { patientId, patientContact: '', ...value } as OfPatient;
    const known = Object.fromEntries(Object.entries(erasedPersonal).filter(([name]) => name in value));
    return isTheirs(said) ? { ...value, ...known } : value;
  });
}
