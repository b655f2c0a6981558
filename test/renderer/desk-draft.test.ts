import './helpers/bridge';
import { beforeEach, describe, expect, it } from 'vitest';
import { useAside } from '../../src/renderer/src/stores/deskAside';
import {
  bringBack,
  changeDraft,
  doctorOf,
  emptyForm,
  fillFromCard,
  fillKnown,
  forgetDrafts,
  knownOf,
  makeWayFor,
  startAfter,
  takeLikely,
  useDraft,
} from '../../src/renderer/src/stores/deskDraft';
import { isEmpty } from '../../src/renderer/src/stores/draft';
import type { Card } from '../../src/shared/codes/card';
import { doctorIdSchema, patientIdSchema } from '../../src/shared/model/ids';

const kamala = {
  patientId: patientIdSchema.parse(7),
  patientName: 'Kamala Devi',
  patientContact: '9876543210',
  lastDoctorId: doctorIdSchema.parse('00000000-0000-4000-8000-000000000001'),
};

beforeEach(() => forgetDrafts());

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
  forgetDrafts();
  expect(bringBack()).toBe(false);
});

it('whoever is maybe the same is taken without the doctor that was chosen already', () => {
  changeDraft({ name: 'Kamla Devi', doctor: 'any' });
  takeLikely(kamala);
  expect(knownOf(useDraft.getState())).toBe(kamala.patientId);
  expect(doctorOf(useDraft.getState())).toBe('any');
});

const asides = (): string[] => useAside.getState().asides.map(({ draft }) => draft.name || draft.phone);
const say = (name: string, phone = ''): void => changeDraft({ name, phone });

describe('put aside', () => {
  it('outlives the token of another one, and comes back as it was', () => {
    changeDraft({ name: 'Mohan La', phone: '9700098123', source: 'paid' });
    emptyForm();
    say('Gita', '9800011111');
    startAfter(useDraft.getState());
    expect(isEmpty(useDraft.getState())).toBe(true);
    expect(bringBack()).toBe(true);
    expect(useDraft.getState()).toMatchObject({ name: 'Mohan La', phone: '9700098123', source: 'paid' });
    startAfter(useDraft.getState());
    expect(bringBack()).toBe(false);
  });

  it('whoever is typed anew and gets a token is aside no more, and neither are a few digits', () => {
    say('Mohan Lal', '97000 98123');
    emptyForm();
    say('', '9800011111');
    emptyForm();
    say('Sita', '9811122222');
    emptyForm();
    say('mohan lal', '9700098123');
    startAfter(useDraft.getState());
    expect(asides()).toEqual(['Sita', '9800011111']);
    forgetDrafts();
    say('', '98');
    emptyForm();
    expect(asides()).toEqual(['98']);
    say('Sita', '9811122222');
    startAfter(useDraft.getState());
    expect(asides()).toEqual([]);
  });

  it('a few digits push nobody out, whole people stand behind each other, five at most, and each has a turn', () => {
    say('', '97');
    emptyForm();
    say('Mohan La');
    emptyForm();
    expect(asides()).toEqual(['Mohan La']);
    say('', '97');
    emptyForm();
    expect(asides()).toEqual(['Mohan La']);
    say('Sita');
    emptyForm();
    say('Ravi');
    bringBack();
    expect([useDraft.getState().name, ...asides()]).toEqual(['Sita', 'Mohan La', 'Ravi']);
    bringBack();
    expect([useDraft.getState().name, ...asides()]).toEqual(['Mohan La', 'Ravi', 'Sita']);
    for (const name of ['A', 'B', 'C', 'D']) {
      emptyForm();
      say(name);
    }
    emptyForm();
    expect(asides()).toEqual(['D', 'C', 'B', 'A', 'Mohan La']);
  });

  it('the phone of the next one, typed into an empty form, is not theirs who come back, and is kept', () => {
    say('Mohan', '9700098123');
    emptyForm();
    changeDraft({ phone: '9800011111' });
    bringBack();
    expect(useDraft.getState()).toMatchObject({ name: 'Mohan', phone: '9700098123' });
    expect(asides()).toEqual(['9800011111']);
  });

  it('a name without a phone takes the one that stands there', () => {
    say('Mohan');
    emptyForm();
    changeDraft({ phone: '9800011111' });
    bringBack();
    expect(useDraft.getState()).toMatchObject({ name: 'Mohan', phone: '9800011111' });
    expect(asides()).toEqual([]);
  });
});

describe('a card over a form that was begun', () => {
  const card: Card = {
    ...{ name: 'Gita Rao', sex: 'female', birth: '1990', phone: '', address: '' },
    ...{ abhaNumber: null, abhaAddress: null },
  };

  it('puts aside whoever stood there, with all that was said of them', () => {
    changeDraft({ name: 'Mohan', phone: '9700098123', doctor: 'any', source: 'paid' });
    fillFromCard(card);
    expect(useDraft.getState()).toMatchObject({ name: 'Gita Rao', phone: '', doctor: '', source: 'walk_in' });
    bringBack();
    expect(useDraft.getState()).toMatchObject({ name: 'Mohan', phone: '9700098123', doctor: 'any' });
    expect(asides()).toEqual(['Gita Rao']);
  });

  it('leaves what was said of its bearer already', () => {
    changeDraft({ name: 'gita rao', phone: '+91 97000 98123', doctor: 'any' });
    makeWayFor({ name: 'Gita Rao', phone: '9700098123' });
    fillFromCard(card);
    expect(useDraft.getState()).toMatchObject({ name: 'Gita Rao', phone: '+91 97000 98123', doctor: 'any' });
    makeWayFor({ name: 'Gita Rao', phone: '9811122222' });
    expect(isEmpty(useDraft.getState())).toBe(true);
    expect(asides()).toEqual(['Gita Rao']);
  });
});
