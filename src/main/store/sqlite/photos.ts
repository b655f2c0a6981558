import type Database from 'better-sqlite3';
import { doctorPhotoSchema } from '../../../shared/model/doctor-photo';
import type { PhotoChange, PhotoStore } from '../plans';

export interface PhotoTable {
  readonly face: PhotoStore;
  savePhoto(change: PhotoChange): void;
}

/** Photos in a table of their own: no list of doctors reads them. */
export function photoTable(database: Database.Database): PhotoTable {
  const find = database.prepare('SELECT type, data FROM doctor_photos WHERE doctor_id = ?');
  const drop = database.prepare('DELETE FROM doctor_photos WHERE doctor_id = ?');
  const add = database.prepare(
    `INSERT INTO doctor_photos (doctor_id, type, data) VALUES (?, ?, ?)
     ON CONFLICT (doctor_id) DO UPDATE SET type = excluded.type, data = excluded.data`,
  );
  return {
    face: {
      photo: (doctorId) => {
        const row = find.get(doctorId) as { type: string; data: Buffer } | undefined;
        return row && doctorPhotoSchema.parse({ type: row.type, data: row.data.toString('base64') });
      },
    },
    savePhoto({ doctorId, photo }) {
      if (photo === null) drop.run(doctorId);
      else add.run(doctorId, photo.type, Buffer.from(photo.data, 'base64'));
    },
  };
}
