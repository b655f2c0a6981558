import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrations } from '../../src/main/store/sqlite/migrate';
import { packedId } from '../../src/main/store/sqlite/packed-id';
import { first, openClinic, staff, temporaryFolder, unwrap } from '../helpers/clinic';

test('data of version 30 know whose a token was before it was corrected, from what happened with it', async () => {
  const path = join(temporaryFolder(), 'opd.db');
  const clinic = await openClinic({ path });
  const { app } = clinic;
  const asha = { patientName: 'Asha Verma', patientContact: '9811111111' };
  const token = await clinic.issued(asha);
  const other = await clinic.issued();
  unwrap(await app.call('tokens.correct', { tokenId: token.id, patientName: 'Binu Rao' }, staff));
  unwrap(await app.call('tokens.correct', { tokenId: token.id, patientName: 'Chand Pal' }, staff));
  unwrap(await app.call('tokens.cancel', { tokenId: other.id }, staff));
  await clinic.store.close();
  const raw = new Database(path);
  const rows = raw.prepare('SELECT * FROM former_patients ORDER BY patient_id');
  const kept = rows.all() as { token_id: string }[];
  expect(kept).toHaveLength(2);
  expect(first(kept)).toEqual({ token_id: token.id, patient_id: token.patientId });
  expect(packedId(token.id)).toBeInstanceOf(Buffer);
  const step = migrations.find(({ name }) => name === 'former-patients');
  raw.exec(`DROP TABLE former_patients; ${step?.sql}`);
  expect(raw.prepare('SELECT * FROM former_patients ORDER BY patient_id').all()).toEqual(kept);
  raw.close();
});
