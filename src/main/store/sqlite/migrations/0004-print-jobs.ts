import type { Migration } from '../migration';

/**
 * Which station a slip prints at, what for, which copy it is, how it leaves, and when it is tried again. What
 * went wrong becomes one of a list of codes; it was an English sentence.
 */
export const printJobs: Migration = {
  version: 4,
  name: 'print-jobs',
  sql: `
ALTER TABLE print_jobs ADD COLUMN station TEXT NOT NULL DEFAULT 'desk' CHECK (station IN ('desk', 'kiosk'));
ALTER TABLE print_jobs ADD COLUMN kind TEXT NOT NULL DEFAULT 'token' CHECK (kind IN ('token', 'move'));
ALTER TABLE print_jobs ADD COLUMN copy INTEGER NOT NULL DEFAULT 0 CHECK (copy >= 0);
ALTER TABLE print_jobs ADD COLUMN way TEXT NOT NULL DEFAULT 'system'
  CHECK (way IN ('system', 'network', 'device', 'pdf', 'none'));
ALTER TABLE print_jobs ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0);
ALTER TABLE print_jobs ADD COLUMN next_attempt_at INTEGER
  CHECK (next_attempt_at IS NULL OR state = 'failed');
UPDATE print_jobs SET attempts = 1 WHERE state NOT IN ('queued');
UPDATE print_jobs SET problem = CASE
  WHEN problem LIKE 'The app stopped%' THEN 'interrupted'
  WHEN problem LIKE 'The printer%' THEN 'refused'
  WHEN problem LIKE 'The disk is full%' THEN 'disk_full'
  WHEN problem LIKE 'The slips folder%' THEN 'folder_denied'
  ELSE 'not_rendered' END
WHERE problem IS NOT NULL;
CREATE INDEX print_jobs_by_time ON print_jobs (created_at);
`,
};
