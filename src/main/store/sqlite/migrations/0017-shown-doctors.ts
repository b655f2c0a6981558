import type { Migration } from '../migration';

/** The doctors that a paired kiosk or board shows, as a list of ids; none: all. */
export const shownDoctors: Migration = {
  version: 17,
  name: 'shown-doctors',
  sql: `ALTER TABLE devices ADD COLUMN shows TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(shows));`,
};
