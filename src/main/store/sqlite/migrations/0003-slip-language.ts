import type { Migration } from '../migration';

/** The language a slip is printed in. */
export const slipLanguage: Migration = {
  version: 3,
  name: 'slip-language',
  sql: `ALTER TABLE print_jobs ADD COLUMN language TEXT NOT NULL DEFAULT 'en'
    CHECK (language IN ('en', 'hi', 'ta', 'ar'));`,
};
