import type Database from 'better-sqlite3';
import { type Device, deviceSchema } from '../../../shared/model/device';
import type { DeviceStore } from '../devices';
import { all, first, type Row } from './rows';

const deviceOf = (row: Row): Device =>
  deviceSchema.parse({
    id: row.id,
    name: row.name,
    role: row.role,
    doctorId: row.doctor_id,
    shows: JSON.parse(String(row.shows)),
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    revokedAt: row.revoked_at,
  });

export function deviceTable(database: Database.Database): DeviceStore {
  const list = database.prepare('SELECT * FROM devices ORDER BY created_at DESC, rowid DESC');
  const get = database.prepare('SELECT * FROM devices WHERE id = ?');
  const insert = database.prepare(
    `INSERT INTO devices (id, name, role, doctor_id, shows, secret_hash, created_at, last_seen_at, revoked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  // One statement, so that being seen cannot overwrite being revoked meanwhile.
  const change = database.prepare(
    `UPDATE devices SET name = coalesce(?, name), shows = coalesce(?, shows), last_seen_at = coalesce(?, last_seen_at),
       revoked_at = coalesce(revoked_at, ?) WHERE id = ? RETURNING *`,
  );
  return {
    devices: () => all(list).map(deviceOf),
    deviceSecret: (id) => {
      const row = first(get, id);
      return row && { device: deviceOf(row), secretHash: String(row.secret_hash) };
    },
    addDevice: ({ id, name, role, doctorId, shows, createdAt, lastSeenAt, revokedAt }, secretHash) => {
      const chosen = JSON.stringify(shows);
      insert.run(id, name, role, doctorId, chosen, secretHash, createdAt, lastSeenAt, revokedAt);
    },
    changeDevice: (id, { name = null, shows, lastSeenAt = null, revokedAt = null }) => {
      const chosen = shows === undefined ? null : JSON.stringify(shows);
      const row = first(change, name, chosen, lastSeenAt, revokedAt, id);
      return row && deviceOf(row);
    },
  };
}
