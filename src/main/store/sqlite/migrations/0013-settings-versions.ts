import type { Migration } from '../migration';

/** What the rules were, since when, and by whom; and what they are to be from a day on. */
export const settingsVersions: Migration = {
  version: 13,
  name: 'settings-versions',
  sql: `
CREATE TABLE settings_versions (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('scheduled', 'made', 'called_off')),
  holds_from TEXT CHECK (holds_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  made_at INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX settings_versions_scheduled ON settings_versions (holds_from, position) WHERE state = 'scheduled';
`,
};
