import { describe, expect, it } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import type { DocumentMaker } from '../../../src/main/app/outside/document-maker';
import type { DocumentRequest } from '../../../src/shared/model/document';
import { at, first, noWindows, openClinic, staff, unwrap } from '../../helpers/clinic';

const asha = { patientName: 'Asha Verma', patientContact: '9876543210' } as const;

describe('the day’s list', () => {
  it('has every token once, by the slot it has or had, then the waiting list', async () => {
    const clinic = await openClinic();
    const doctorId = first(clinic.doctorIds);
    const issued = [];
    for (let person = 0; person < 25; person += 1) issued.push(await clinic.issued());
    const { id: tokenId } = first(issued);
    unwrap(await clinic.app.call('tokens.cancel', { tokenId }, staff));
    const list = unwrap(await clinic.app.call('documents.dayList', { doctorId }, staff));
    const numbers = list.groups.flatMap(({ lines }) => lines.map(({ number }) => number));
    expect(numbers).toHaveLength(25);
    expect(new Set(numbers)).toEqual(new Set(issued.map(({ number }) => number)));
    expect(list.groups[0]?.lines[0]).toMatchObject({ number: 'A-001', status: 'cancelled', stage: null });
    expect(list.groups.map(({ slot }) => slot?.startMinute)).toEqual([540, 600, 660, 720]);
  });

  it('ends with those who never had a slot', async () => {
    const clinic = await openClinic();
    const issued = [];
    for (let person = 0; person < 26; person += 1) issued.push(await clinic.issued());
    const [, last] = [issued.pop(), issued.at(-1)];
    const waiting = await clinic.issued();
    unwrap(await clinic.app.call('tokens.cancel', { tokenId: waiting.id }, staff));
    const doctorId = first(clinic.doctorIds);
    const { groups } = unwrap(await clinic.app.call('documents.dayList', { doctorId }, staff));
    expect(groups.slice(4).map(({ kind, lines }) => [kind, lines.length])).toEqual([
      ['waiting', 2],
      ['none', 1],
    ]);
    expect(last?.status).toBe('waiting');
  });

  it('of a day to come, and of no doctor', async () => {
    const clinic = await openClinic();
    const doctorId = first(clinic.doctorIds);
    const tomorrow = await clinic.app.call(
      'documents.dayList',
      { doctorId, serviceDay: '2026-01-06' },
      staff,
    );
    expect(unwrap(tomorrow)).toMatchObject({ serviceDay: '2026-01-06', now: at('08:30') });
    const nobody = { doctorId: '00000000-0000-4000-8000-000000000000' };
    expect(await clinic.app.call('documents.dayList', nobody, staff)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('a patient’s history', () => {
  it('has all visits by contact and name, over days and doctors, the latest first', async () => {
    const clinic = await openClinic();
    const [doctorA, doctorB] = clinic.doctorIds;
    if (doctorA === undefined || doctorB === undefined) throw new Error('Two doctors are needed.');
    const monday = await clinic.issued({ ...asha, doctorId: doctorA });
    await clinic.issued({ ...asha, patientName: 'Ravi Verma' });
    await clinic.issued({ ...asha, patientContact: '98765432100' });
    clinic.clock.setTo(at('08:30', '2026-01-06'));
    const tuesday = await clinic.issued({ ...asha, patientName: ' asha  VERMA', doctorId: doctorB });
    const { app } = clinic;
    const history = unwrap(await app.call('patients.history', { tokenId: monday.id }, staff));
    expect(history.visits.map(({ tokenId }) => tokenId)).toEqual([tuesday.id, monday.id]);
    expect(history.visits[1]).toMatchObject({ serviceDay: '2026-01-05', slot: { startMinute: 540 } });
    expect(unwrap(await app.call('patients.history', { tokenId: tuesday.id }, staff)).visits).toHaveLength(2);
  });

  it('without a contact is this visit alone', async () => {
    const clinic = await openClinic();
    const nobody = { patientName: 'Bo', patientContact: '', allowDuplicate: true };
    const token = await clinic.issued(nobody);
    await clinic.issued(nobody);
    const history = unwrap(await clinic.app.call('patients.history', { tokenId: token.id }, staff));
    expect(history.visits.map(({ tokenId }) => tokenId)).toEqual([token.id]);
  });
});

describe('making a document', () => {
  const request = (tokenId: string) =>
    ({ document: { kind: 'patient', tokenId } as DocumentRequest, language: 'hi' }) as const;

  it('is refused in words where there are no windows', async () => {
    const clinic = await openClinic();
    const { id } = await clinic.issued(asha);
    expect(await clinic.app.call('documents.make', request(id), staff)).toMatchObject({
      error: { code: 'UNAVAILABLE', message: expect.stringContaining('reception computer') },
    });
  });

  it('has no patient’s name in the file’s, and says when the disk is full', async () => {
    const clinic = await openClinic();
    const { id } = await clinic.issued(asha);
    const names: string[] = [];
    const documents: DocumentMaker = {
      save: async (_document, language, fileName) => {
        names.push(`${language} ${fileName}`);
        if (names.length > 1) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        return fileName;
      },
      open: async () => false,
    };
    const app = createApp({ ...clinic.environment, documents }, noWindows);
    const made = unwrap(await app.call('documents.make', request(id), staff));
    expect(made).toEqual({ path: 'visits-A-001-2026-01-05-083000.pdf', opened: false });
    expect(names).toEqual(['hi visits-A-001-2026-01-05-083000.pdf']);
    expect(await app.call('documents.make', request(id), staff)).toMatchObject({
      error: { message: 'The disk is full: the list could not be saved.' },
    });
  });
});
