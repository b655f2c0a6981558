import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Instant } from '../../../shared/model/time';
import { first } from './rows';

export interface RequestTable {
  request(id: string): { contentHash: string; answer: unknown } | undefined;
  addRequest(id: string, contentHash: string, answer: unknown, at: Instant): void;
  forgetRequests(before: Instant, limit: number): number;
}

/** R17: which request ids were answered, and how. The content is kept as a hash only: it names patients. */
export function requestTable(database: Database.Database): RequestTable {
  const find = database.prepare('SELECT content_hash, answer FROM requests WHERE id = ?');
  const insert = database.prepare('INSERT INTO requests (id, content_hash, answer, at) VALUES (?, ?, ?, ?)');
  const forget = database.prepare(
    'DELETE FROM requests WHERE id IN (SELECT id FROM requests WHERE at < ? ORDER BY at LIMIT ?)',
  );
  return {
    request: (id) => {
      const row = first(find, id);
      return (
        row && {
          contentHash: String(row.content_hash),
          answer: JSON.parse(String(row.answer)) as unknown,
        }
      );
    },
    addRequest: (id, contentHash, answer, at) => {
      insert.run(id, contentHash, JSON.stringify(answer), at);
    },
    forgetRequests: (before, limit) => forget.run(before, limit).changes,
  };
}

export const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');
