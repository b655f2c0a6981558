import type { Migration } from '../migration';

/** The call list: who must be told of a change. `body` is the notice as JSON; the columns are what is asked for. */
export const notices: Migration = {
  version: 2,
  name: 'notices',
  sql: `
CREATE TABLE notices (
  id TEXT PRIMARY KEY,
  token_id TEXT NOT NULL REFERENCES tokens (id),
  service_day TEXT NOT NULL,
  at INTEGER NOT NULL,
  told_at INTEGER,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX notices_by_day ON notices (service_day, told_at);
CREATE INDEX notices_by_token ON notices (token_id);
CREATE INDEX tokens_by_day ON tokens (service_day);
CREATE INDEX book_events_by_day ON book_events (service_day, id);
`,
};
