import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Instant } from '../../../shared/model/time';
import { fail, ok } from '../../../shared/result';
import type { NamedRequest, RequestStore } from '../requests';
import { first } from './rows';

export interface RequestTable {
  readonly face: RequestStore;
  addRequest(request: NamedRequest, answer: unknown, at: Instant): void;
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
    face: {
      answerTo: ({ id, content }) => {
        const row = first(find, id);
        if (!row) return ok(null);
        // Of one whose patient was erased the id alone is left.
        if (row.content_hash === '' || row.content_hash === hashOf(content))
          return ok({ answer: JSON.parse(String(row.answer)) as unknown });
        return fail('CONFLICT', 'This request id was used for something else.', { rule: 'R17' });
      },
    },
    addRequest: ({ id, content }, answer, at) => {
      insert.run(id, hashOf(content), JSON.stringify(answer), at);
    },
    forgetRequests: (before, limit) => forget.run(before, limit).changes,
  };
}

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');
