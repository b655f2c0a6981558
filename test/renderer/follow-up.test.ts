import './helpers/bridge';
import { beforeEach, expect, it } from 'vitest';
import {
  changeDraft,
  fillKnown,
  proposeSource,
  startNextDraft,
  useDraft,
} from '../../src/renderer/src/stores/deskDraft';
import { doctorIdSchema, patientIdSchema } from '../../src/shared/model/ids';

const source = () => useDraft.getState().source;

beforeEach(() => startNextDraft());

it('a kind of visit is proposed, and taken back, as long as staff have not chosen one', () => {
  proposeSource('follow_up');
  expect(source()).toBe('follow_up');
  changeDraft({ doctor: 'any' });
  expect(source()).toBe('follow_up');
  proposeSource(null);
  expect(source()).toBe('walk_in');
});

it('what staff chose stands, whoever the patient and the doctor are afterwards, until the next draft', () => {
  changeDraft({ source: 'walk_in' });
  fillKnown({
    patientId: patientIdSchema.parse(7),
    patientName: 'Asha',
    patientContact: '9876543210',
    lastDoctorId: doctorIdSchema.parse('00000000-0000-4000-8000-000000000001'),
  });
  proposeSource('follow_up');
  changeDraft({ doctor: 'any' });
  proposeSource('follow_up');
  expect(source()).toBe('walk_in');
  startNextDraft();
  proposeSource('follow_up');
  expect(source()).toBe('follow_up');
});

it('a draft that begins with a kind, as after an undo that was refused, keeps it', () => {
  startNextDraft({ source: 'paid' });
  proposeSource('follow_up');
  expect(source()).toBe('paid');
  startNextDraft({ name: 'Asha' });
  proposeSource('follow_up');
  expect(source()).toBe('follow_up');
});
