import { expect, it } from 'vitest';
import { missingOf } from '../../src/renderer/src/screens/home/missing';
import { countries, countrySchema } from '../../src/shared/model/country';
import { newDoctor } from '../../src/shared/model/doctor';
import type { DoctorSchedule } from '../../src/shared/model/doctor-schedule';
import { doctorIdSchema, personIdSchema } from '../../src/shared/model/ids';
import type { BuiltInRole, Person } from '../../src/shared/model/person';
import { settingsSchema } from '../../src/shared/model/settings';

const uuid = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
const doctor = (n: number, over: Partial<DoctorSchedule> = {}): DoctorSchedule => ({
  ...newDoctor,
  id: doctorIdSchema.parse(uuid(n)),
  name: `Dr ${n}`,
  prefix: 'A',
  schedule: [
    {
      weekday: 1,
      startMinute: 540,
      endMinute: 600,
      slotMinutes: 60,
      capacity: 5,
      emergencySeats: null,
      validFrom: null,
      validTo: null,
    },
  ],
  ...over,
});
const person = (n: number, roleId: BuiltInRole, active = true): Person => ({
  id: personIdSchema.parse(uuid(n)),
  name: `Person ${n}`,
  initials: `P${n}`,
  roleId,
  doctorId: null,
  active,
});
const settings = (over: object = {}) =>
  settingsSchema.parse({ clinic: { clinicName: 'Sharma Clinic' }, ...over });
const printers = (name: string | null) => ({
  printer: { name, waitingJobs: 0, failedJobs: 0, lastSentAt: null },
});
const complete = {
  doctors: [doctor(1)],
  printers: printers('Epson'),
  persons: [person(1, 'admin'), person(2, 'admin')],
  blanks: true,
};
const names = (...args: Parameters<typeof missingOf>) => missingOf(...args).map(({ name }) => name);

it('lacks nothing where all is there', () => {
  expect(missingOf(settings(), complete)).toEqual([]);
});

it('lacks everything at first, the most urgent first, each with the section where it is entered', () => {
  const nothing = { doctors: [], printers: printers(null), persons: [], blanks: null };
  expect(missingOf(settings({ clinic: {} }), nothing)).toEqual([
    { name: 'doctors', section: 'doctors', count: 0 },
    { name: 'name', section: 'clinic', count: 0 },
    { name: 'printer', section: 'printing', count: 0 },
    { name: 'people', section: 'people', count: 0 },
  ]);
});

it('counts doctors without hours, of those who work here', () => {
  const doctors = [
    doctor(1),
    doctor(2, { schedule: [] }),
    doctor(3, { schedule: [], active: false }),
    doctor(4, { schedule: [] }),
  ];
  expect(missingOf(settings(), { ...complete, doctors })).toEqual([
    { name: 'hours', section: 'doctors', count: 2 },
  ]);
});

it('asks for no printer where the clinic chose a PDF, or none', () => {
  const present = { ...complete, printers: printers(null) };
  expect(names(settings(), present)).toEqual(['printer']);
  for (const way of ['pdf', 'none'])
    expect(names(settings({ print: { desk: { way } } }), present)).toEqual([]);
});

it('asks for people until there is an administrator, then for a second one; not where the clinic wants none', () => {
  const people = (persons: readonly Person[] | null, over: object = {}) =>
    names(settings(over), { ...complete, persons });
  expect(people([])).toEqual(['people']);
  expect(people([], { people: { wantsNone: true } })).toEqual([]);
  expect(people([person(1, 'admin'), person(2, 'reception')])).toEqual(['oneAdmin']);
  expect(people([person(1, 'admin'), person(2, 'admin', false)])).toEqual(['oneAdmin']);
  // Whoever may not know of persons is told nothing of them.
  expect(people(null)).toEqual([]);
});

it('reminds of paper for an outage until some was printed, where it can be', () => {
  expect(missingOf(settings(), { ...complete, blanks: false })).toEqual([
    { name: 'blanks', section: null, count: 0 },
  ]);
  expect(names(settings(), { ...complete, blanks: null })).toEqual([]);
});

it('a country is two letters of ISO 3166, India until another is chosen', () => {
  expect(settings().clinic.country).toBe('IN');
  expect(countrySchema.parse(' lk ')).toBe('LK');
  expect(countrySchema.safeParse('XX').error?.issues[0]?.message).toBe('There is no such country.');
  expect([countries.length, new Set(countries).size]).toEqual([249, 249]);
  const named = new Intl.DisplayNames(['en'], { type: 'region' });
  expect(countries.filter((code) => named.of(code) === code)).toEqual([]);
});
