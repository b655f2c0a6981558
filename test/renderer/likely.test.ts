import './helpers/bridge';
import { describe, expect, it } from 'vitest';
import { likelyOf, soughtByName } from '../../src/renderer/src/screens/desk/issue/likely';
import { doctorIdSchema, patientIdSchema, tokenIdSchema } from '../../src/shared/model/ids';
import type { FoundPatientRow } from '../../src/shared/model/patient-page';
import { serviceDaySchema } from '../../src/shared/model/time';

const lastDoctorId = doctorIdSchema.parse('00000000-0000-4000-8000-000000000001');
const lastDay = serviceDaySchema.parse('2026-01-05');

const known = (id: number, patientName: string, patientContact = '9876543210') => ({
  patientId: patientIdSchema.parse(id),
  ...{ patientName, patientContact, lastDay, lastDoctorId, visits: 1, today: [] },
});
const row = (id: number, name: string, contacts: string[] = []): FoundPatientRow => ({
  ...{ patientId: patientIdSchema.parse(id), name, secondName: '', sex: null, birth: null, contacts },
  ...{ address: '', clinicNumber: '', visits: 1, lastDay, lastDoctorId, open: [] },
  tokenId: tokenIdSchema.parse('00000000-0000-4000-8000-000000000009'),
});
const said = (name: string, phone = '') => ({ name, phone, known: null });

const family = [known(1, 'Asha Verma'), known(2, 'Ravi Verma'), known(3, 'Asha Varma', '9876543219')];

describe('on a phone', () => {
  it.each([
    ['another spelling', 'Aasha Varma', '98765 43210', 'Asha Verma'],
    ['an initial', 'R. Verma', '+919876543210', 'Ravi Verma'],
    ['a name that is only begun', 'Ra', '9876543210', 'Ravi Verma'],
    ['the other script', 'आशा वर्मा', '9876543210', 'Asha Verma'],
  ])('%s: who is maybe the same', (_what, name, phone, whom) => {
    expect(likelyOf(said(name, phone), family, [], 'IN')).toMatchObject({
      kind: 'same',
      patient: { patientName: whom },
    });
  });

  it('nobody on it has such a name: whose phone it is', () => {
    expect(likelyOf(said('Kamala', '9876543210'), family, [], 'IN')).toEqual({
      ...{ kind: 'new', owner: 'Asha Verma', others: 1 },
    });
  });

  it.each([
    ['the very name', 'asha  VERMA', '9876543210'],
    ['half a phone', 'Kamala', '98765'],
    ['a phone that nobody has', 'Asha Verma', '9876543211'],
    ['no name', ' ', '9876543210'],
  ])('%s: nothing is said', (_what, name, phone) => {
    expect(likelyOf(said(name, phone), family, [], 'IN')).toBeNull();
  });

  it('nothing is said of who was taken from the register', () => {
    const taken = { name: 'Asha Verma', phone: '9876543210', patientId: patientIdSchema.parse(1) };
    const { name, phone } = taken;
    expect(likelyOf({ name, phone, known: taken }, family, [], 'IN')).toBeNull();
  });
});

describe('without a phone', () => {
  it('as many words that are like it', () => {
    const found = [row(4, 'Meena Kumari Devi'), row(5, 'Mina Kumari', ['9000000001'])];
    expect(likelyOf(said('Meena Kumari'), [], found, 'IN')).toMatchObject({
      patient: { patientId: 5, patientName: 'Mina Kumari', patientContact: '9000000001' },
    });
    expect(likelyOf(said('Ravi'), [], found, 'IN')).toBeNull();
  });

  it('is the only case in which a name alone is looked for', () => {
    expect(soughtByName(said('Meena'))).toBe('Meena');
    expect(soughtByName(said('Meena', '98'))).toBeNull();
    expect(soughtByName(said(' '))).toBeNull();
  });
});
