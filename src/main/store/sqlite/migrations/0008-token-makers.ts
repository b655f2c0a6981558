import type { Migration } from '../migration';

/**
 * Which device made a token: a booking site sees and cancels its own. Where there has been only one site, what was
 * booked online over HTTP since it was paired is taken to be its. And tokens of a day in the order of their lists.
 */
export const tokenMakers: Migration = {
  version: 8,
  name: 'token-makers',
  sql: `
CREATE TABLE token_makers (
  token_id TEXT PRIMARY KEY REFERENCES tokens (id),
  device_id TEXT NOT NULL REFERENCES devices (id)
) STRICT, WITHOUT ROWID;
INSERT INTO token_makers (token_id, device_id)
  SELECT tokens.id, devices.id FROM tokens, devices
  WHERE devices.role = 'booking' AND tokens.channel = 'http' AND tokens.source = 'online'
    AND tokens.created_at >= devices.created_at
    AND (SELECT count(*) FROM devices WHERE role = 'booking') = 1;
CREATE INDEX tokens_in_order ON tokens (service_day, doctor_id, series, sequence);
`,
};
