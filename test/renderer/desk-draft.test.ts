import './helpers/bridge';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  bringBack,
  changeDraft,
  doctorOf,
  emptyForm,
  fillKnown,
  isEmpty,
  knownOf,
  startNextDraft,
  takeLikely,
  useDraft,
} from '../../src/renderer/src/stores/deskDraft';
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

it('a digit of her phone put right leaves all as it was', () => {
  fillKnown(kamala);
  changeDraft({ phone: '987654321' });
  changeDraft({ phone: '9876543211' });
  expect(useDraft.getState()).toMatchObject({ name: 'Kamala Devi', usual: { name: 'Kamala Devi' } });
});

const type = (phone: string): void => {
  for (let at = 1; at <= phone.length; at += 1) changeDraft({ phone: phone.slice(0, at) });
};

describe('a name typed by hand', () => {
  it.each([
    ['typed over', () => type('7012345678')],
    ['put in at once', () => changeDraft({ phone: '7012345678' })],
    [
      'deleted and typed anew',
      () => {
        changeDraft({ phone: '' });
        expect(useDraft.getState().name).toBe('Ravi');
        type('7012345678');
      },
    ],
  ])('is put aside when the phone that it was said with is %s, and comes back with one key', (_how, next) => {
    type('9876543210');
    changeDraft({ name: 'Ravi', source: 'paid', doctor: 'any' });
    next();
    expect(useDraft.getState()).toMatchObject({
      phone: '7012345678',
      name: '',
      doctor: '',
      source: 'walk_in',
    });
    expect(bringBack()).toBe(true);
    // Ravi, after all, and this is his phone.
    expect(useDraft.getState()).toMatchObject({
      name: 'Ravi',
      phone: '7012345678',
      doctor: 'any',
      source: 'paid',
    });
    expect(bringBack()).toBe(false);
  });

  it('stays when a digit is put right, and when it was said before any phone', () => {
    changeDraft({ name: 'Ravi' });
    type('9876543210');
    changeDraft({ phone: '987654321' });
    changeDraft({ phone: '9876543211' });
    changeDraft({ phone: '09876543211' });
    changeDraft({ phone: '+91 98765 43211' });
    expect(useDraft.getState()).toMatchObject({ name: 'Ravi', phone: '+91 98765 43211' });
    type('7');
    expect(useDraft.getState().name).toBe('');
  });

  it('comes back with its own phone while the other is not a whole one, or has a name of its own', () => {
    type('9876543210');
    changeDraft({ name: 'Ravi' });
    type('7012');
    bringBack();
    expect(useDraft.getState()).toMatchObject({ name: 'Ravi', phone: '9876543210' });
    type('7012345678');
    changeDraft({ name: 'Meera' });
    bringBack();
    expect(useDraft.getState()).toMatchObject({ name: 'Ravi', phone: '9876543210' });
    bringBack();
    expect(useDraft.getState()).toMatchObject({ name: 'Meera', phone: '7012345678' });
  });
});

it('an emptied form comes back as it was, and who was taken from the register is still known', () => {
  fillKnown(kamala);
  changeDraft({ precedence: 'senior' });
  emptyForm();
  expect(isEmpty(useDraft.getState())).toBe(true);
  emptyForm();
  expect(bringBack()).toBe(true);
  expect(useDraft.getState()).toMatchObject({ name: 'Kamala Devi', precedence: 'senior' });
  expect(knownOf(useDraft.getState())).toBe(kamala.patientId);
  startNextDraft();
  expect(bringBack()).toBe(false);
});

it('whoever is maybe the same is taken without the doctor that was chosen already', () => {
  changeDraft({ name: 'Kamla Devi', doctor: 'any' });
  takeLikely(kamala);
  expect(knownOf(useDraft.getState())).toBe(kamala.patientId);
  expect(doctorOf(useDraft.getState())).toBe('any');
});
