import type { Migration } from '../migration';

/**
 * What the rules must remember: needs (R26), lost seats (R6), what an emergency was before (R24), rounds without an
 * answer (R19), when somebody left a doctor's door (R27), breaks and reopenings of a day (R22, R28). Breaks stood
 * among the facts by name. The old default of who may join a running slot becomes the new one: no screen could ever
 * set it.
 */
export const placesKept: Migration = {
  version: 6,
  name: 'places-kept',
  sql: `
ALTER TABLE tokens ADD COLUMN precedence TEXT
  CHECK (precedence IN ('senior', 'pregnant', 'disabled', 'infant', 'other'));
ALTER TABLE tokens ADD COLUMN lost_slot_id TEXT REFERENCES slots (id);
ALTER TABLE tokens ADD COLUMN upgraded_from TEXT
  CHECK (upgraded_from IN ('emergency', 'paid', 'follow_up', 'walk_in', 'online'));
ALTER TABLE tokens ADD COLUMN left_door_at INTEGER;
ALTER TABLE tokens ADD COLUMN held_at INTEGER;
ALTER TABLE tokens ADD COLUMN held_for TEXT CHECK (held_for IN ('asked', 'no_answer'));
ALTER TABLE tokens ADD COLUMN unanswered INTEGER CHECK (unanswered >= 0);
UPDATE tokens SET unanswered = 0 WHERE status = 'active';
CREATE INDEX tokens_at_the_door ON tokens (service_day) WHERE stage IN ('called', 'in_consultation');
CREATE INDEX tokens_gone_from_the_door ON tokens (service_day, left_door_at) WHERE left_door_at IS NOT NULL;

ALTER TABLE books ADD COLUMN break_until INTEGER;
ALTER TABLE books ADD COLUMN break_gives_back INTEGER NOT NULL DEFAULT 0 CHECK (break_gives_back IN (0, 1));
ALTER TABLE books ADD COLUMN reopened_at INTEGER;
UPDATE books SET break_gives_back = 1, break_until =
  (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'break ' || service_day || ' ' || doctor_id)
  WHERE EXISTS (SELECT 1 FROM meta WHERE key = 'break ' || service_day || ' ' || doctor_id);
DELETE FROM meta WHERE key LIKE 'break %';

UPDATE settings SET value = json_set(value, '$.rules.joinRunningSlot', 'here')
  WHERE key = 'all' AND json_extract(value, '$.rules.joinRunningSlot') = 'emergency';
UPDATE settings SET value = json_set(value, '$.rules.heldBackCalls', 1)
  WHERE key = 'all' AND json_extract(value, '$.rules.heldBackCalls') = 0;
`,
};
