import './helpers/bridge';
import { beforeEach, expect, it } from 'vitest';
import { changeDraft, fillKnown, startNextDraft, useDraft } from '../../src/renderer/src/stores/deskDraft';
import { doctorIdSchema, patientIdSchema } from '../../src/shared/model/ids';

const kamala = {
  patientId: patientIdSchema.parse(7),
  patientName: 'Kamala Devi',
  patientContact: '9876543210',
  lastDoctorId: doctorIdSchema.parse('00000000-0000-4000-8000-000000000001'),
};

beforeEach(() => startNextDraft());

it('somebody known walked off, and the next one’s phone is typed over hers: nothing of her is left', () => {
  fillKnown(kamala);
  changeDraft({ source: 'paid', precedence: 'senior' });
  changeDraft({ phone: '7' });
  changeDraft({ phone: '7012345678' });
  expect(useDraft.getState()).toMatchObject({
    ...{ phone: '7012345678', name: '', known: null, usual: null, doctor: '' },
    ...{ source: 'walk_in', isSourceChosen: false, precedence: null },
  });
});

it('a digit of her phone put right, or a name typed by hand, stays', () => {
  fillKnown(kamala);
  changeDraft({ phone: '987654321' });
  changeDraft({ phone: '9876543211' });
  expect(useDraft.getState()).toMatchObject({ name: 'Kamala Devi', usual: { name: 'Kamala Devi' } });
  startNextDraft();
  changeDraft({ name: 'Ravi', phone: '9876543210' });
  changeDraft({ phone: '7' });
  expect(useDraft.getState()).toMatchObject({ name: 'Ravi', phone: '7' });
});
