import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { AuditLine } from '../../../shared/model/audit';
import type { AuditStore, ListedAuditLine, NewAuditLine, ReasonCount, WantedAuditLines } from '../audit';
import { hashOfLine, sealOf } from './audit-chain';
import { auditCheck, auditHead } from './audit-check';
import { type KeptRow, keptRow, lineRow } from './audit-row';
import { packedId } from './packed-id';
import { all, first, mapperOf, type Row } from './rows';
import type { WordTable } from './words';

export interface AuditTable {
  readonly face: AuditStore;
  /** Within a transaction that is open already. */
  append(line: NewAuditLine): void;
}

/** One condition a thing that may be asked for: whatever is not asked for has none, so that its index is used. */
const conditions: { readonly [K in keyof Required<WantedAuditLines>]: string } = {
  tokenId: 'audit.token_id = @tokenId',
  doctorId: 'audit.doctor_id = @doctorId',
  personId: 'person_id = @personId',
  kind: 'audit.kind = @kind',
  from: 'at >= @from',
  until: 'at < @until',
};

/** The database knows {@link teachPackedIds}. */
export function auditTable(database: Database.Database, words: WordTable): AuditTable {
  const lastPlace = auditHead(database);
  const setHead = database.prepare('UPDATE audit_head SET id = ?, hash = ?');
  const insert = database.prepare(
    `INSERT INTO audit (id, at, kind, actor, person_id, doctor_id, service_day, token_id,
       reason_code, reason_text, reason_salt, reason_seal, details, hash)
     VALUES (@id, @at, @kind, @actor, @person_id, @doctor_id, @service_day, @token_id,
       @reason_code, @reason_text, @reason_salt, @reason_seal, @details, @hash)`,
  );
  const oldest = database.prepare('SELECT at FROM audit ORDER BY id LIMIT 1');
  const counts = database.prepare(
    `SELECT kind, reason_code AS code, count(*) AS count FROM audit
     WHERE at >= ? AND at < ? AND reason_code IS NOT NULL GROUP BY kind, reason_code ORDER BY count DESC, code`,
  );
  const countMapper = mapperOf<ReasonCount>(['kind', 'code', 'count']);
  const lists = new Map<string, Database.Statement>();

  function append(line: NewAuditLine): void {
    const last = lastPlace();
    const row = rowOf(last.id + 1, line);
    const hash = hashOfLine(last.hash, row);
    insert.run(keptRow({ ...row, hash }, words));
    setHead.run(Number(row.id), hash);
  }

  /** One statement for each set of things asked for. */
  function listFor(asked: readonly (keyof WantedAuditLines)[]): Database.Statement {
    const where = ['audit.id < @before', ...asked.map((name) => conditions[name])].join(' AND ');
    const sql = `SELECT audit.*, tokens.number FROM audit LEFT JOIN tokens ON tokens.id = unpacked_id(audit.token_id)
      WHERE ${where} ORDER BY audit.id DESC LIMIT @limit`;
    const known = lists.get(sql) ?? database.prepare(sql);
    lists.set(sql, known);
    return known;
  }

  const alone = database.transaction(append);

  /** As the columns keep them. A word that no line has is no number that any has. */
  function askedFor({ tokenId, doctorId, personId, kind, from, until }: WantedAuditLines): object {
    const number = (word: string | undefined): number | undefined =>
      word === undefined ? undefined : (words.find(word) ?? 0);
    return {
      tokenId: tokenId && packedId(tokenId),
      ...{ doctorId: number(doctorId), personId: number(personId), kind: number(kind) },
      ...{ from, until },
    };
  }

  return {
    append,
    face: {
      addAuditLine: (line) => alone.immediate(line),
      auditLines: (wanted, limit, before = Number.MAX_SAFE_INTEGER) => {
        const given = Object.entries(askedFor(wanted)).filter(([, value]) => value !== undefined);
        const asked = given.map(([name]) => name as keyof WantedAuditLines).sort();
        const rows = listFor(asked).all({ ...Object.fromEntries(given), before, limit }) as KeptRow[];
        return rows.map((row) => lineOf(lineRow(row, words.wordOf)));
      },
      auditSince: () => {
        const at = first(oldest)?.at;
        return typeof at === 'number' ? at : undefined;
      },
      reasonCounts: (from, until) =>
        all(counts, from, until).map((row) =>
          countMapper.fromRow({ ...row, kind: words.wordOf(Number(row.kind)) }),
        ),
      checkAudit: auditCheck(database),
    },
  };
}

/** Most act from no other device, many without signing in: that is not written of each. */
const withoutNulls = (by: NewAuditLine['by']): object =>
  Object.fromEntries(Object.entries(by).filter(([, value]) => value !== null));

function actorOf(written: string): AuditLine['by'] {
  const by = JSON.parse(written) as Omit<AuditLine['by'], 'deviceId' | 'personId'> & Partial<AuditLine['by']>;
  return { ...by, deviceId: by.deviceId ?? null, personId: by.personId ?? null };
}

/** Without its hash. */
function rowOf(
  id: number,
  { at, kind, by, doctorId, serviceDay, tokenId, reason, details }: NewAuditLine,
): Row {
  const words = reason?.text ? reason.text : null;
  const salt = words === null ? null : randomBytes(16).toString('hex');
  return {
    id,
    at,
    kind,
    actor: JSON.stringify(withoutNulls(by)),
    person_id: by.personId,
    doctor_id: doctorId,
    service_day: serviceDay,
    token_id: tokenId,
    reason_code: reason?.code ?? null,
    reason_text: words,
    reason_salt: salt,
    reason_seal: words === null || salt === null ? null : sealOf(salt, words),
    details: JSON.stringify(details),
  };
}

function lineOf(row: Row): ListedAuditLine {
  const { reason_code: code = null, reason_seal: seal = null, reason_text: text = null } = row;
  const said = code !== null || seal !== null;
  return {
    id: Number(row.id),
    at: Number(row.at),
    kind: String(row.kind),
    by: actorOf(String(row.actor)),
    doctorId: (row.doctor_id ?? null) as AuditLine['doctorId'],
    serviceDay: (row.service_day ?? null) as AuditLine['serviceDay'],
    tokenId: (row.token_id ?? null) as AuditLine['tokenId'],
    reason: said
      ? { code: code === null ? null : String(code), text: text === null ? '' : String(text) }
      : null,
    details: JSON.parse(String(row.details)) as AuditLine['details'],
    number: (row.number ?? null) as ListedAuditLine['number'],
  };
}
