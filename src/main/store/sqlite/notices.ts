import type Database from 'better-sqlite3';
import type { Notice } from '../../../shared/model/call-list';
import type { TokenId } from '../../../shared/model/ids';
import type { Instant, ServiceDay } from '../../../shared/model/time';
import type { NoticeStore, SettledNotice } from '../notices';
import { all, first, type Row } from './rows';

export interface NoticeTable {
  readonly face: NoticeStore;
  /** Adds a notice; one about the same token that nobody was told yet is out of date and goes. */
  addNotice(notice: Notice): void;
  /** Nobody need be told about this token any more. */
  settleNotice(tokenId: TokenId, at: Instant): void;
  /** What was settled at that moment is to be told after all. */
  bringNoticeBack(settled: SettledNotice): void;
  /** Those of days before. */
  forgetNotices(before: ServiceDay, limit: number): number;
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
    face: {
      notices: (day) => all(from, day).map(noticeOf),
      notice: (id) => {
        const row = first(get, id);
        return row && noticeOf(row);
      },
      tickNotice: (id, toldAt) => first(tick, toldAt, id) !== undefined,
    },
    addNotice: (notice) => {
      drop.run(notice.tokenId);
      insert.run(notice.id, notice.tokenId, notice.serviceDay, notice.at, JSON.stringify(notice));
    },
    settleNotice: (tokenId, at) => {
      settle.run(at, tokenId);
    },
    bringNoticeBack: ({ tokenId, settledAt }) => {
      bringBack.run(tokenId, settledAt);
    },
    forgetNotices: (before, limit) => forget.run(before, limit).changes,
  };
}
