import type { Migration } from '../migration';

/** R17: of a phone its last eight digits say whose it is; what is kept of a patient is looked for by them. */
export const contactEnd: Migration = {
  version: 19,
  name: 'contact-end',
  sql: 'CREATE INDEX tokens_by_contact_end ON tokens (substr(contact_key, -8));',
};
