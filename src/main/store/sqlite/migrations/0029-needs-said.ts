import type { Migration } from '../migration';

/** R26: a token remembers who said that there is a need, or none. Of those before, nobody knows it but that staff said it. */
export const needsSaid: Migration = {
  version: 29,
  name: 'needs-said',
  sql: `
ALTER TABLE tokens ADD COLUMN precedence_from TEXT CHECK (precedence_from IN ('register', 'patient', 'staff'));
`,
};
