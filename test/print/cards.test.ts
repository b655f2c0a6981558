import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { staff, unwrap } from '../helpers/clinic';
import { networkTarget, openPrintRoom, printerForTest } from './helpers';

const asha = { patientName: 'Asha Verma', patientContact: '9876543210' };

test('a patient’s card comes out at the desk’s printer, and stands on record', async () => {
  const printer = await printerForTest();
  const room = await openPrintRoom();
  await room.setTargets({ way: 'none' });
  const token = await room.clinic.issued(asha);
  await room.setTargets(networkTarget(printer, { paper: 'roll_58' }));
  unwrap(await room.call('patients.card', { tokenId: token.id }, staff));
  expect(room.orders.map(({ subject }) => subject)).toEqual([{ kind: 'card', tokenId: token.id }]);
  expect(printer.slips).toHaveLength(1);
  const lines = await room.clinic.store.auditLines({ kind: 'patients.card' }, 10);
  expect(lines).toMatchObject([{ tokenId: token.id }]);
});

test('a card that does not come out is said, and can be asked for once more', async () => {
  const printer = await printerForTest({ paperOut: true });
  const room = await openPrintRoom();
  await room.setTargets(networkTarget(printer));
  const wish = { tokenId: (await room.clinic.issued(asha)).id };
  expect(await room.call('patients.card', wish, staff)).toMatchObject({
    error: { code: 'UNAVAILABLE', details: { problem: 'paper_out' } },
  });
  expect(await room.clinic.store.auditLines({ kind: 'patients.card' }, 10)).toEqual([]);
  printer.behaviour.paperOut = false;
  unwrap(await room.call('patients.card', wish, staff));
  await room.setTargets({ way: 'none' });
  expect(await room.call('patients.card', wish, staff)).toMatchObject({
    error: { details: { problem: 'no_printer' } },
  });
});

test('as a PDF it bears no name in its own, and goes when the patient is erased', async () => {
  const room = await openPrintRoom();
  await room.setTargets({ way: 'pdf' });
  const token = await room.clinic.issued(asha);
  const { pdfPath } = unwrap(await room.call('patients.card', { tokenId: token.id }, staff));
  expect(pdfPath).toBe(join(room.folder, 'cards', `card-${token.patientId}.pdf`));
  expect(existsSync(String(pdfPath))).toBe(true);
  await room.setTargets({ way: 'pdf', folder: room.folder });
  unwrap(await room.call('tokens.cancel', { tokenId: token.id }, staff));
  unwrap(await room.call('privacy.erase', { tokenIds: [token.id] }, staff));
  expect(existsSync(String(pdfPath))).toBe(false);
});

test('what stands on it is the row’s: no phone, no need, nobody else’s number; and nothing of who has no row', async () => {
  const { clinic, call } = await openPrintRoom();
  const token = await clinic.issued({ ...asha, precedence: 'senior' });
  const facts = {
    ...{ name: 'आशा वर्मा', secondName: 'Asha Verma', sex: 'female', birth: '1956-04-12' },
    ...{ contacts: ['9876543210'], address: 'Rampur', clinicNumber: 'OP-77', note: 'deaf' },
    identifiers: [{ system: 'abha', value: '91-1234-5678-9012' }],
    ...{ precedence: 'senior', precedenceUntil: null },
  } as const;
  unwrap(await call('patients.save', { tokenId: token.id, facts: structuredClone(facts) as never }, staff));
  expect(unwrap(await call('documents.card', { tokenId: token.id }, staff))).toEqual({
    practice: false,
    clinicName: expect.any(String),
    languages: ['en'],
    patientId: token.patientId,
    name: 'आशा वर्मा',
    birthYear: '1956',
    sex: 'female',
  });
  const nobody = await clinic.issued({ patientName: 'Nobody', patientContact: '' });
  expect(await call('documents.card', { tokenId: nobody.id }, staff)).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
});
