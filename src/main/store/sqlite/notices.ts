import type Database from 'better-sqlite3';
import type { Notice } from '../../../shared/model/call-list';
import type { NoticeId, TokenId } from '../../../shared/model/ids';
import type { Instant, ServiceDay } from '../../../shared/model/time';
import type { SettledNotice } from '../store';
import { all, first, type Row } from './rows';

export interface NoticeTable {
  /** Notices from this day on, oldest first. */
  from(day: ServiceDay): Notice[];
  get(id: NoticeId): Notice | undefined;
  /** Adds a notice; one about the same token that nobody was told yet is out of date and goes. */
  add(notice: Notice): void;
  /** Nobody need be told about this token any more. */
  settle(tokenId: TokenId, at: Instant): void;
  /** What was settled at that moment is to be told after all. */
  bringBack(settled: SettledNotice): void;
  /** Those of days before. */
  forget(before: ServiceDay, limit: number): number;
  /** False if there is no such notice. */
  tick(id: NoticeId, toldAt: Instant | null): boolean;
}

const noticeOf = (row: Row): Notice => ({
  // Those of an earlier version do not say why.
  because: null,
  ...(JSON.parse(String(row.body)) as Omit<Notice, 'because'> & Partial<Notice>),
  toldAt: row.told_at as Instant | null,
});

export function noticeTable(database: Database.Database): NoticeTable {
  const from = database.prepare(
    'SELECT body, told_at FROM notices WHERE service_day >= ? AND settled_at IS NULL ORDER BY at, rowid',
  );
  const get = database.prepare('SELECT body, told_at FROM notices WHERE id = ?');
  const insert = database.prepare(
    'INSERT INTO notices (id, token_id, service_day, at, told_at, body) VALUES (?, ?, ?, ?, NULL, ?)',
  );
  const open = 'token_id = ? AND told_at IS NULL AND settled_at IS NULL';
  const drop = database.prepare(`DELETE FROM notices WHERE ${open}`);
  const settle = database.prepare(`UPDATE notices SET settled_at = ? WHERE ${open}`);
  const bringBack = database.prepare(
    'UPDATE notices SET settled_at = NULL WHERE token_id = ? AND settled_at = ?',
  );
  const tick = database.prepare('UPDATE notices SET told_at = ? WHERE id = ? RETURNING id');
  const forget = database.prepare(
    'DELETE FROM notices WHERE id IN (SELECT id FROM notices WHERE service_day < ? LIMIT ?)',
  );
  return {
    forget: (before, limit) => forget.run(before, limit).changes,
    from: (day) => all(from, day).map(noticeOf),
    get: (id) => {
      const row = first(get, id);
      return row && noticeOf(row);
    },
    add: (notice) => {
      drop.run(notice.tokenId);
      insert.run(notice.id, notice.tokenId, notice.serviceDay, notice.at, JSON.stringify(notice));
    },
    settle: (tokenId, at) => {
      settle.run(at, tokenId);
    },
    bringBack: ({ tokenId, settledAt }) => {
      bringBack.run(tokenId, settledAt);
    },
    tick: (id, toldAt) => first(tick, toldAt, id) !== undefined,
  };
}
