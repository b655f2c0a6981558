import { contactKey, nameKey } from '../../../../shared/model/patient';
import { searchTextOf } from '../../../../shared/model/search';
import type { Migration } from '../migration';

/**
 * What of a token is looked for, folded: all of it, and its patient's contact and name as they are compared. And an
 * index for whatever would be read through from the first day on: nothing may take longer the longer the clinic has
 * used the app.
 */
export const searchAndAge: Migration = {
  version: 7,
  name: 'search-and-age',
  functions: {
    search_text_of: (number, patientName, patientContact) =>
      searchTextOf({ number, patientName, patientContact }),
    contact_key_of: contactKey,
    name_key_of: nameKey,
  },
  sql: `
ALTER TABLE tokens ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
ALTER TABLE tokens ADD COLUMN contact_key TEXT NOT NULL DEFAULT '';
ALTER TABLE tokens ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
UPDATE tokens SET search_text = search_text_of(number, patient_name, patient_contact),
  contact_key = contact_key_of(patient_contact), name_key = name_key_of(patient_name);
DROP INDEX tokens_by_contact;
CREATE INDEX tokens_by_contact_key ON tokens (contact_key, service_day);
CREATE INDEX book_events_by_time ON book_events (at);
CREATE INDEX book_events_of_calls ON book_events (service_day, id)
  WHERE type IN ('tokenCalled', 'tokenRecalled');
CREATE INDEX books_in_use ON books (service_day) WHERE status = 'open' AND revision > 0;
CREATE INDEX tokens_by_origin ON tokens (transferred_from);
CREATE INDEX tokens_by_target ON tokens (transferred_to);
CREATE INDEX requests_by_time ON requests (at);
`,
};
