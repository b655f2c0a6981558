import type Database from 'better-sqlite3';
import type { CallListLine } from '../../../shared/model/call-list';
import type { TokenId } from '../../../shared/model/ids';
import type { Instant, ServiceDay } from '../../../shared/model/time';
import type { CallListStore, SettledLine } from '../call-list';
import { all, first, type Row } from './rows';

export interface CallListTable {
  readonly face: CallListStore;
  /** Adds a line; one about the same token that nobody was told yet is out of date and goes. */
  addCallListLine(line: CallListLine): void;
  /** Nobody need be told about this token any more. */
  settleCallListLine(tokenId: TokenId, at: Instant): void;
  /** What was settled at that moment is to be told after all. */
  bringCallListLineBack(settled: SettledLine): void;
  /** Those of days before. */
  forgetCallList(before: ServiceDay, limit: number): number;
}

const lineOf = (row: Row): CallListLine => ({
  // Those of an earlier version do not say why.
  because: null,
  ...(JSON.parse(String(row.body)) as Omit<CallListLine, 'because'> & Partial<CallListLine>),
  toldAt: row.told_at as Instant | null,
});

export function callListTable(database: Database.Database): CallListTable {
  const from = database.prepare(
    'SELECT body, told_at FROM call_list WHERE service_day >= ? AND settled_at IS NULL ORDER BY +rowid',
  );
  const get = database.prepare('SELECT body, told_at FROM call_list WHERE id = ?');
  const insert = database.prepare(
    'INSERT INTO call_list (id, token_id, service_day, at, told_at, body) VALUES (?, ?, ?, ?, NULL, ?)',
  );
  const open = 'token_id = ? AND told_at IS NULL AND settled_at IS NULL';
  const drop = database.prepare(`DELETE FROM call_list WHERE ${open}`);
  const settle = database.prepare(`UPDATE call_list SET settled_at = ? WHERE ${open}`);
  const bringBack = database.prepare(
    'UPDATE call_list SET settled_at = NULL WHERE token_id = ? AND settled_at = ?',
  );
  const tick = database.prepare('UPDATE call_list SET told_at = ? WHERE id = ? RETURNING id');
  const forget = database.prepare(
    'DELETE FROM call_list WHERE id IN (SELECT id FROM call_list WHERE service_day < ? LIMIT ?)',
  );
  return {
    face: {
      callList: (day) => all(from, day).map(lineOf),
      callListLine: (id) => {
        const row = first(get, id);
        return row && lineOf(row);
      },
      tickCallListLine: (id, toldAt) => first(tick, toldAt, id) !== undefined,
    },
    addCallListLine: (line) => {
      drop.run(line.tokenId);
      insert.run(line.id, line.tokenId, line.serviceDay, line.at, JSON.stringify(line));
    },
    settleCallListLine: (tokenId, at) => {
      settle.run(at, tokenId);
    },
    bringCallListLineBack: ({ tokenId, settledAt }) => {
      bringBack.run(tokenId, settledAt);
    },
    forgetCallList: (before, limit) => forget.run(before, limit).changes,
  };
}
