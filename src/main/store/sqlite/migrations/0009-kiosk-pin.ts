import type { Migration } from '../migration';

/**
 * The PIN that leaves the kiosk is no setting any more, which pages read: it goes where no page looks. It is still
 * in clear here, and hashed at the next start (app/kiosk/pin.ts). The factory's is not kept at all.
 */
export const kioskPin: Migration = {
  version: 9,
  name: 'kiosk-pin',
  sql: `
INSERT OR REPLACE INTO meta (key, value)
  SELECT 'kiosk.pin', json_extract(value, '$.clinic.kioskPin') FROM settings
  WHERE key = 'all' AND json_extract(value, '$.clinic.kioskPin') <> '2580';
UPDATE settings SET value = json_remove(value, '$.clinic.kioskPin') WHERE key = 'all';`,
};
