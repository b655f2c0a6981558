import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { first, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';

const asha = { patientName: 'Asha Verma', patientContact: '9876543210' };
const ravi = { patientName: 'Ravi Kumar', patientContact: '9123456780' };

test('what is saved for a patient has nothing of whom a token was for before it was corrected, and their own all the same', async () => {
  const clinic = await openClinic({ path: `${temporaryFolder()}/clinic.db` });
  const { app, doctorIds } = clinic;
  const token = await clinic.issued({ doctorId: first(doctorIds), ...asha, note: 'Asha coughs' });
  const call = { tokenId: token.id };
  unwrap(await app.call('tokens.correct', { ...call, ...ravi, note: '' }, staff));
  const { path } = unwrap(await app.call('privacy.export', { tokenIds: [token.id] }, staff));
  const page = readFileSync(path, 'utf8');
  expect(page).not.toMatch(/Asha|98765\s?43210/);
  expect(page).toContain('Ravi Kumar<');
  expect(page).toContain('A-001');
});
