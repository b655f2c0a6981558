import { describe, expect, test } from 'vitest';
import { correct } from '../../../src/main/engine';
import { type PatientId, patientIdSchema } from '../../../src/shared/model/ids';
import { patientSearchFor } from '../../../src/shared/model/patient-search';
import { newPatient, type RegisteredPatient } from '../../../src/shared/model/registered-patient';
import { searchFor } from '../../../src/shared/model/search';
import { ok } from '../../../src/shared/result';
import { unwrap } from '../../helpers/clinic';
import { type Clinic, clinicOn, issued, monday, now, type Open } from './kit';

const asha = { patientName: 'Asha Devi Verma', patientContact: '9876543210' };
const id = (number: number): PatientId => patientIdSchema.parse(number);

/** The register of patients: what any store must do. */
export function patientsContract(open: Open): void {
  const save = async ({ store }: Clinic, ...patients: RegisteredPatient[]): Promise<void> => {
    const change = () => ok({ books: [], patients, answer: null });
    unwrap(await store.transact({ books: [], today: monday, now }, change));
  };
  const search = async ({ store }: Clinic, query: string) => {
    const wanted = patientSearchFor(query);
    return wanted ? (await store.searchPatients(wanted, 50)).map((one) => Number(one.id)) : [];
  };
  const tokenOf = async (clinic: Clinic, patientId: number, wish: object = asha) => {
    const token = unwrap(await clinic.run(clinic.key, issued({ ...wish, patientId: id(patientId) }))).answer;
    if (!token) throw new Error('no token');
    return token;
  };

  describe('the patient register', () => {
    test('a patient is kept as it was saved, and saved anew whole', async () => {
      const clinic = await clinicOn(open);
      const plain = newPatient(id(1), asha, now);
      await save(clinic, plain);
      expect(await clinic.store.patient(id(1))).toEqual(plain);
      const whole: RegisteredPatient = {
        ...plain,
        secondName: 'आशा वर्मा',
        sex: 'female',
        birth: '1956-04-12',
        contacts: ['9876543210', 'asha@mail.example'],
        address: 'Rampur',
        clinicNumber: 'OP-77',
        identifiers: [{ system: 'abha', value: '91-1234-5678-9012' }],
        note: 'hard of hearing',
        precedence: 'senior',
        precedenceUntil: monday,
        updatedAt: now + 1,
      };
      await save(clinic, whole);
      const reopened = await clinic.reopen();
      expect(await reopened.patient(id(1))).toEqual(whole);
    });

    test('is found by each contact, however it is written, and by no other', async () => {
      const clinic = await clinicOn(open);
      const plain = newPatient(id(1), asha, now);
      await save(
        clinic,
        { ...plain, contacts: ['9876543210', '080-2345678'] },
        newPatient(id(2), { ...asha, patientName: 'Ravi' }, now),
      );
      const of = async (contact: string) =>
        (await clinic.store.patientsNearContact(contact)).map((one) => one.id);
      expect(await of('+91 98765 43210')).toEqual([1, 2]);
      expect(await of('0802345678')).toEqual([1]);
      expect(await of('')).toEqual([]);
      await save(clinic, plain);
      expect(await of('0802345678')).toEqual([]);
    });

    test('is found by words in any order, digits of the phone from anywhere, other names, numbers and the year of birth', async () => {
      const clinic = await clinicOn(open);
      const identifiers = [{ system: 'abha', value: '91-1234-5678-9012' }];
      const more = { secondName: 'आशा वर्मा', clinicNumber: 'OP-77', identifiers, birth: '1956' };
      await save(
        clinic,
        { ...newPatient(id(1), asha, now), ...more },
        newPatient(id(2), { patientName: 'Ravi Verma', patientContact: '9123400000' }, now),
      );
      for (const query of ['verma asha', '6543', 'आशा', 'OP-77', '91123456789012', '1956', '९८७६५ ४३२१०'])
        expect(await search(clinic, query), query).toEqual([1]);
      expect(await search(clinic, 'verma')).toEqual([2, 1]);
      expect(await search(clinic, 'vermana')).toEqual([]);
      expect(await search(clinic, '"verma" OR *')).toEqual([]);
      await save(clinic, newPatient(id(1), { ...asha, patientName: 'Usha' }, now));
      expect(await search(clinic, 'verma asha')).toEqual([]);
      expect(await search(clinic, 'usha')).toEqual([1]);
    });

    test('is found as it sounds, in whatever script and spelling, behind whoever is written so', async () => {
      const clinic = await clinicOn(open);
      const names = ['मीना कुमारी', 'Ravi', 'Meena Kumari', 'Mina'];
      const rows = names.map((patientName, index) =>
        newPatient(id(index + 1), { ...asha, patientName }, now),
      );
      await save(clinic, ...rows);
      expect(await search(clinic, 'meena')).toEqual([3, 4, 1]);
      expect(await search(clinic, 'मीना')).toEqual([1, 4, 3]);
      expect(await search(clinic, 'kumari mina')).toEqual([3, 1]);
    });

    test('a number is never given twice, also after it was erased', async () => {
      const clinic = await clinicOn(open);
      expect(await clinic.store.nextPatientId()).toBe(1);
      await save(clinic, newPatient(id(1), asha, now));
      const token = await tokenOf(clinic, 1);
      unwrap(
        await clinic.run(clinic.key, (book, context) =>
          correct(book, { tokenId: token.id, note: 'x' }, context),
        ),
      );
      expect(await clinic.store.nextPatientId()).toBe(2);
      await clinic.store.raisePatientNumbers(41);
      await clinic.store.raisePatientNumbers(7);
      expect(await (await clinic.reopen()).nextPatientId()).toBe(42);
    });

    test('numbers are raised before anybody has one', async () => {
      const clinic = await clinicOn(open);
      await clinic.store.raisePatientNumbers(41);
      expect(await clinic.store.nextPatientId()).toBe(42);
    });

    test('is found by a number of its own, however it is written, and by no other system’s', async () => {
      const clinic = await clinicOn(open);
      const identifiers = [
        { system: 'abha', value: '91-1234-5678-9012' },
        { system: 'abha-address', value: 'a.verma@abdm' },
      ];
      const plain = newPatient(id(1), asha, now);
      await save(
        clinic,
        { ...plain, clinicNumber: 'OP-77', identifiers },
        { ...newPatient(id(2), asha, now), clinicNumber: 'op 77', mergedInto: id(1) },
      );
      const of = async (system: string, value: string) =>
        (await clinic.store.patientsOfNumber({ system, value })).map((one) => one.id);
      expect(await of('#', 'op77')).toEqual([1, 2]);
      expect(await of('abha', '91123456789012')).toEqual([1]);
      expect(await of('abha-address', 'A.Verma@abdm')).toEqual([1]);
      expect(await of('abha-address', 'averma@abdm')).toEqual([]);
      expect(await of('abha', 'OP-77')).toEqual([]);
      expect(await of('abha', '')).toEqual([]);
      await save(clinic, plain);
      expect(await of('#', 'OP-77')).toEqual([2]);
      expect(await of('abha', '91-1234-5678-9012')).toEqual([]);
    });

    test('tokens point to their patient, and are found by what stands there, or by what they say themselves', async () => {
      const clinic = await clinicOn(open);
      const { store } = clinic;
      await save(clinic, newPatient(id(1), asha, now));
      const first = await tokenOf(clinic, 1);
      const second = await tokenOf(clinic, 1, {
        patientName: 'A. Verma',
        patientContact: '',
        allowDuplicate: true,
      });
      const found = async (query: string) =>
        (await store.findTokens(searchFor(query), { from: monday }, 50)).map((token) => token.id);
      expect(await found('asha verma')).toEqual([first.id, second.id]);
      expect(await found('averma')).toEqual([second.id]);
      expect((await store.tokensOfPatient(id(1), 50)).map((token) => token.id).sort()).toEqual(
        [first.id, second.id].sort(),
      );
      expect(await store.visitsOfPatients([id(1), id(9)])).toMatchObject([
        {
          ...{ patientId: 1, visits: 2, lastDay: monday, lastAt: second.createdAt },
          // Both were given in one instant.
          ...{ lastId: expect.toBeOneOf([first.id, second.id]), lastDoctorId: second.doctorId },
        },
      ]);
      // Renamed in the register: what was said once is found all the same.
      await save(clinic, newPatient(id(1), { ...asha, patientName: 'Usha Rao' }, now));
      expect(await found('asha devi')).toEqual([first.id]);
      expect(await found('usha rao')).toEqual([first.id, second.id]);
    });

    test('what was merged is found with the row that stands for it, and as it was when that is taken back', async () => {
      const clinic = await clinicOn(open);
      const { store } = clinic;
      const [one, other] = [
        newPatient(id(1), asha, now),
        newPatient(id(2), { ...asha, patientName: 'A Verma' }, now),
      ];
      await save(clinic, one, other);
      const token = await tokenOf(clinic, 2, { ...asha, patientName: 'A Verma' });
      expect(await store.tokensOfPatient(id(1), 9)).toEqual([]);
      await save(clinic, { ...other, mergedInto: id(1) });
      expect((await store.mergedWith(id(1))).map((row) => row.id)).toEqual([2]);
      expect((await store.tokensOfPatient(id(1), 9)).map((row) => row.id)).toEqual([token.id]);
      await save(clinic, other);
      expect(await store.mergedWith(id(1))).toEqual([]);
      expect(await store.tokensOfPatient(id(1), 9)).toEqual([]);
    });
  });
}
