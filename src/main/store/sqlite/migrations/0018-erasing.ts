import type { Migration } from '../migration';

/** What is to be erased by itself is found by its day; a patient without a name is erased already. */
export const erasing: Migration = {
  version: 18,
  name: 'erasing',
  sql: "CREATE INDEX tokens_to_erase ON tokens (service_day) WHERE patient_name <> '—';",
};
