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
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    revokedAt: row.revoked_at,
  });

export function deviceTable(database: Database.Database): DeviceStore {
  const list = database.prepare('SELECT * FROM devices ORDER BY created_at DESC, rowid DESC');
  const get = database.prepare('SELECT * FROM devices WHERE id = ?');
  const insert = database.prepare(
    `INSERT INTO devices (id, name, role, doctor_id, secret_hash, created_at, last_seen_at, revoked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  // One statement, so that being seen cannot overwrite being revoked meanwhile.
  const change = database.prepare(
    `UPDATE devices SET name = coalesce(?, name), last_seen_at = coalesce(?, last_seen_at),
       revoked_at = coalesce(revoked_at, ?) WHERE id = ? RETURNING *`,
  );
  return {
    devices: () => all(list).map(deviceOf),
    deviceSecret: (id) => {
      const row = first(get, id);
      return row && { device: deviceOf(row), secretHash: String(row.secret_hash) };
    },
    addDevice: ({ id, name, role, doctorId, createdAt, lastSeenAt, revokedAt }, secretHash) => {
      insert.run(id, name, role, doctorId, secretHash, createdAt, lastSeenAt, revokedAt);
    },
    changeDevice: (id, { name = null, lastSeenAt = null, revokedAt = null }) => {
      const row = first(change, name, lastSeenAt, revokedAt, id);
      return row && deviceOf(row);
    },
  };
}
