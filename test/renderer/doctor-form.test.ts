import { describe, expect, it } from 'vitest';
import { draftOf, fieldsOf, freeLetter, problemsOf } from '../../src/renderer/src/parts/doctors/draft';
import { keepDraft, keptDraft } from '../../src/renderer/src/parts/doctors/keptDrafts';
import { readWhen, wholeDay } from '../../src/renderer/src/parts/doctors/when';
import { newDoctor } from '../../src/shared/model/doctor';
import type { DoctorSchedule } from '../../src/shared/model/doctor-schedule';
import { doctorIdSchema } from '../../src/shared/model/ids';
import { serviceDaySchema } from '../../src/shared/model/time';

const rao: DoctorSchedule = {
  ...newDoctor,
  id: doctorIdSchema.parse('00000000-0000-4000-8000-000000000001'),
  name: 'Dr Rao',
  prefix: 'A',
  room: '3',
  minutesPerPatient: 8,
  nameIn: { hi: 'डॉ. राव' },
  schedule: [
    {
      weekday: 2,
      startMinute: 600,
      endMinute: 720,
      slotMinutes: 30,
      capacity: 4,
      emergencySeats: null,
      validFrom: null,
      validTo: null,
    },
  ],
};

describe('a doctor as typed', () => {
  it('who is new works as the first does, and else as most do; main chooses what is left empty', () => {
    const like = draftOf(null, [{ ...rao, active: false }, rao]);
    expect(like.rows).toMatchObject([{ days: [2], from: '10:00', to: '12:00', slotMinutes: '30' }]);
    expect(draftOf(null, []).rows).toMatchObject([{ from: '09:00', to: '13:00' }]);
    expect(fieldsOf({ ...like, name: ' Dr Khan ' })).toEqual({
      name: 'Dr Khan',
      room: '',
      minutesPerPatient: null,
      nameIn: {},
      followUp: { days: 7, visits: 1, terms: 'free' },
    });
  });

  it('who is there comes out as they went in', () => {
    const { name, room, minutesPerPatient, followUp, nameIn, specialization, prefix } = rao;
    const fields = { name, room, minutesPerPatient, followUp, nameIn, specialization, prefix };
    expect(fieldsOf(draftOf(rao, []))).toEqual(fields);
    expect(problemsOf(draftOf(rao, []), [])).toEqual({});
  });

  it('each fault stands by its field', () => {
    const draft = {
      ...draftOf(rao, []),
      name: ' — ',
      specialization: 'x'.repeat(81),
      room: 'x'.repeat(21),
      prefix: 'a',
      minutes: '0',
      nameIn: { en: '', hi: 'x'.repeat(81), ta: '', ar: '' },
    };
    expect(problemsOf(draft, [rao])).toEqual({
      name: { code: 'noName' },
      specialization: { code: 'nameLong' },
      room: { code: 'roomLong' },
      prefix: { code: 'letterTaken', letter: 'A', name: 'Dr Rao' },
      minutes: { code: 'minutes' },
      nameIn: { code: 'nameLong' },
    });
    expect(problemsOf({ ...draft, prefix: 'A1' }, []).prefix).toEqual({ code: 'letters' });
  });

  it('a follow-up has days and visits, or there is none', () => {
    const having = (followUp: object) => {
      const draft = draftOf(rao, []);
      return { ...draft, followUp: { ...draft.followUp, ...followUp } };
    };
    const none = [having({ days: ' ' }), having({ days: '0' }), draftOf({ ...rao, followUp: null }, [])];
    for (const draft of none) {
      expect(problemsOf(draft, [])).toEqual({});
      expect(fieldsOf(draft).followUp).toBeNull();
    }
    expect(fieldsOf(having({ days: '१४', visits: '2', terms: 'cheaper' })).followUp).toEqual({
      days: 14,
      visits: 2,
      terms: 'cheaper',
    });
    expect(problemsOf(having({ days: '366' }), [])).toEqual({ days: { code: 'days' } });
    expect(problemsOf(having({ visits: '' }), [])).toEqual({ visits: { code: 'visits' } });
  });

  it('the first free letter, and after Z two of them', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((prefix) => ({ prefix }));
    expect(freeLetter([{ prefix: 'A' }, { prefix: 'C' }])).toBe('B');
    expect(freeLetter(letters)).toBe('AA');
    expect(freeLetter([...letters, { prefix: 'AA' }])).toBe('AB');
  });
});

describe('when somebody is away', () => {
  const [from, to] = [serviceDaySchema.parse('2026-01-05'), serviceDaySchema.parse('2026-01-07')];
  const part = { from, to, isWhole: false, start: '', end: '' };

  it('a whole day, and more of them; never ending before they begin', () => {
    expect(readWhen(wholeDay(from)).when).toEqual({ from, to: from, startMinute: null, endMinute: null });
    expect(readWhen({ ...wholeDay(from), to }).when).toMatchObject({ from, to });
    expect(readWhen({ ...wholeDay(to), to: from }).when).toMatchObject({ from: to, to });
  });

  it('a part of a day, open at one end or at none', () => {
    expect(readWhen({ ...part, start: '11:00' }).when).toMatchObject({ startMinute: 660, endMinute: null });
    expect(readWhen({ ...part, end: '11:00' }).when).toMatchObject({ startMinute: null, endMinute: 660 });
    expect(readWhen({ ...part, start: '9', end: '11:30' }).when).toMatchObject({ endMinute: 690 });
  });

  it('each fault stands by its field, and nothing comes of it', () => {
    expect(readWhen(part)).toEqual({ when: null, problems: { start: 'noneGiven' } });
    expect(readWhen({ ...part, start: '25:00', end: 'x' })).toEqual({
      when: null,
      problems: { start: 'noTime', end: 'noTime' },
    });
    expect(readWhen({ ...part, start: '11:00', end: '11:00' }).problems).toEqual({ end: 'endsBefore' });
  });
});

describe('what was typed and not saved', () => {
  const before = draftOf(rao, []);
  const draft = { ...before, name: 'Dr Rao junior' };

  it('is there again, of that doctor alone, until it is saved or given up', () => {
    keepDraft(rao, { before, draft });
    expect(keptDraft(rao)).toMatchObject({ before, draft });
    expect(keptDraft(null)).toBeUndefined();
    keepDraft(rao, null);
    expect(keptDraft(rao)).toBeUndefined();
  });

  it('is not laid over what was changed meanwhile, nor kept where nothing was typed', () => {
    keepDraft(rao, { before, draft });
    expect(keptDraft({ ...rao, room: '4' })).toBeUndefined();
    keepDraft(rao, { before, draft: before });
    expect(keptDraft(rao)).toBeUndefined();
  });
});
