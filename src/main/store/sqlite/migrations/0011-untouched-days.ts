import type { Migration } from '../migration';

/**
 * Looking at a day used to write it, and with that froze its schedule. Days on which nothing ever happened go: they
 * follow from the doctor's week. Without an index for it every slot that goes would be sought in all tokens.
 */
export const untouchedDays: Migration = {
  version: 11,
  name: 'untouched-days',
  sql: `
CREATE INDEX tokens_of_slot ON tokens (slot_id);
CREATE INDEX tokens_of_wished_slot ON tokens (wished_slot_id);
CREATE INDEX tokens_of_last_slot ON tokens (last_slot_id);
CREATE INDEX tokens_of_lost_slot ON tokens (lost_slot_id);
CREATE TEMP TABLE untouched AS
  SELECT doctor_id, service_day FROM books WHERE revision = 0
    AND NOT EXISTS (SELECT 1 FROM tokens
      WHERE tokens.doctor_id = books.doctor_id AND tokens.service_day = books.service_day)
    AND NOT EXISTS (SELECT 1 FROM book_events
      WHERE book_events.doctor_id = books.doctor_id AND book_events.service_day = books.service_day);
DELETE FROM slots WHERE (doctor_id, service_day) IN (SELECT doctor_id, service_day FROM untouched);
DELETE FROM books WHERE (doctor_id, service_day) IN (SELECT doctor_id, service_day FROM untouched);
DROP TABLE untouched;
DROP INDEX tokens_of_slot;
DROP INDEX tokens_of_wished_slot;
DROP INDEX tokens_of_last_slot;
DROP INDEX tokens_of_lost_slot;`,
};
