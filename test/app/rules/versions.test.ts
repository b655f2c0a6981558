import { expect, test } from 'vitest';
import { makeRounds } from '../../../src/main/app/day/rounds';
import type { CallInput } from '../../../src/shared/contract';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { at, first, openClinic, staff, type TestClinic, temporaryFolder, unwrap } from '../../helpers/clinic';

const TUESDAY = '2026-01-06';
const tuesday = serviceDaySchema.parse(TUESDAY);
const wednesday = serviceDaySchema.parse('2026-01-07');

const change = async ({ app }: TestClinic, wish: CallInput<'settings.change'>) =>
  unwrap(await app.call('settings.change', wish, staff));
const schedule = async (
  { app }: TestClinic,
  rules: CallInput<'rules.schedule'>['rules'],
  holdsFrom = tuesday,
) => unwrap(await app.call('rules.schedule', { rules, holdsFrom }, staff));
const versions = async ({ app }: TestClinic) => unwrap(await app.call('rules.versions', {}, staff));
const rules = async ({ store }: TestClinic) => (await store.settings()).rules;

test('every change is kept: who, when, from what to what; and with the first one what held before', async () => {
  const clinic = await openClinic();
  expect((await versions(clinic)).versions).toEqual([]);
  await change(clinic, { rules: { maxRecalls: 5, targetMinutes: { paid: 10 } as never } });
  await change(clinic, { clinic: { closeDayAtMinute: 18 * 60 } });
  expect((await versions(clinic)).versions).toMatchObject([
    { changes: [{ name: 'clinic.closeDayAtMinute', from: null, to: 1080 }] },
    {
      state: 'made',
      madeAt: at('08:30'),
      by: { role: 'staff', screen: 'home', deviceId: null },
      holdsFrom: null,
      changes: [
        { name: 'rules.targetMinutes.paid', from: 20, to: 10 },
        { name: 'rules.maxRecalls', from: 3, to: 5 },
      ],
      after: { rules: { maxRecalls: 5, targetMinutes: { paid: 10, walk_in: 45 } } },
    },
    { changes: [], by: { screen: 'clock' }, after: { rules: { maxRecalls: 3 } } },
  ]);
});

test('what decides nothing leaves no version: a name, the board, a value that it had already', async () => {
  const clinic = await openClinic();
  await change(clinic, { clinic: { clinicName: 'Rose' }, board: { names: 'initials' } });
  await change(clinic, { rules: { maxRecalls: 3 } });
  expect((await versions(clinic)).versions).toEqual([]);
});

test('a change from a date waits for its day, and the clock makes it at the turn of the day, once', async () => {
  const clinic = await openClinic();
  const rounds = makeRounds(clinic.environment);
  const { id } = await schedule(clinic, { maxRecalls: 5 });
  await rounds.run();
  clinic.clock.setTo(at('23:59'));
  await rounds.run();
  expect(await rules(clinic)).toMatchObject({ maxRecalls: 3 });
  clinic.clock.setTo(at('00:00', TUESDAY));
  await rounds.run();
  expect(await rules(clinic)).toMatchObject({ maxRecalls: 5 });
  const made = await versions(clinic);
  expect(made.scheduled).toEqual([]);
  expect(made.versions).toMatchObject([
    { id, state: 'made', holdsFrom: TUESDAY, effectiveAt: at('00:00', TUESDAY), madeAt: at('08:30') },
    { changes: [] },
  ]);
  await change(clinic, { rules: { maxRecalls: 4 } });
  await rounds.run();
  clinic.clock.setTo(at('00:00', '2026-01-07'));
  await rounds.run();
  expect(await rules(clinic)).toMatchObject({ maxRecalls: 4 });
});

test('an app that was off over midnight makes it when it starts, before any call is decided; once over restarts', async () => {
  const path = `${temporaryFolder()}/opd.db`;
  const before = await openClinic({ path });
  await schedule(before, { maxRecalls: 5 });
  await before.store.close();
  const after = await openClinic({ path, time: at('10:05', TUESDAY) });
  // No round has run: the first call of the day goes by the rules of the day.
  expect(unwrap(await after.app.call('settings.read', {}, staff)).rules.maxRecalls).toBe(5);
  await change(after, { rules: { maxRecalls: 2 } });
  await after.store.close();
  const again = await openClinic({ path, time: at('11:00', TUESDAY) });
  await makeRounds(again.environment).run();
  expect(await rules(again)).toMatchObject({ maxRecalls: 2 });
  expect((await versions(again)).versions.map(({ state, effectiveAt }) => [state, effectiveAt])).toEqual([
    ['made', at('10:05', TUESDAY)],
    ['made', at('10:05', TUESDAY)],
    ['made', at('08:30')],
  ]);
});

test('a round and a call at the turn of the day make it once between them', async () => {
  const clinic = await openClinic();
  await schedule(clinic, { maxRecalls: 5 });
  clinic.clock.setTo(at('00:00', TUESDAY));
  const rounds = makeRounds(clinic.environment);
  const all = [rounds.run(), clinic.app.call('settings.read', {}, staff), rounds.run()];
  await Promise.all(all);
  expect((await versions(clinic)).versions).toHaveLength(2);
  expect(await rules(clinic)).toMatchObject({ maxRecalls: 5 });
});

test('of two changes of one day the later one wins, setting by setting, and the list says so', async () => {
  const clinic = await openClinic();
  const one = await schedule(clinic, { maxRecalls: 5, heldBackCalls: 4 });
  await schedule(clinic, { maxRecalls: 6 });
  await schedule(clinic, { callOrder: 'strict' }, wednesday);
  expect((await versions(clinic)).scheduled).toMatchObject([
    { id: one.id, overruled: ['rules.maxRecalls'] },
    { changes: [{ name: 'rules.maxRecalls', from: 5, to: 6 }], overruled: [] },
    { holdsFrom: '2026-01-07', overruled: [] },
  ]);
  clinic.clock.setTo(at('09:00', TUESDAY));
  await makeRounds(clinic.environment).run();
  expect(await rules(clinic)).toMatchObject({ maxRecalls: 6, heldBackCalls: 4, callOrder: 'fair' });
  clinic.clock.setTo(at('09:00', '2026-01-08'));
  await makeRounds(clinic.environment).run();
  expect(await rules(clinic)).toMatchObject({ callOrder: 'strict' });
});

test('what is changed meanwhile stays: a scheduled change is of its own settings only', async () => {
  const clinic = await openClinic();
  await schedule(clinic, { maxRecalls: 5 });
  await change(clinic, { rules: { heldBackCalls: 7, maxRecalls: 1 } });
  clinic.clock.setTo(at('07:00', TUESDAY));
  await makeRounds(clinic.environment).run();
  expect(await rules(clinic)).toMatchObject({ maxRecalls: 5, heldBackCalls: 7 });
  expect(
    first((await versions(clinic)).versions.filter(({ holdsFrom }) => holdsFrom !== null)).changes,
  ).toEqual([{ name: 'rules.maxRecalls', from: 1, to: 5 }]);
});

test('it can be called off until it is made, by two windows once', async () => {
  const clinic = await openClinic();
  const { id: versionId } = await schedule(clinic, { maxRecalls: 5 });
  unwrap(await clinic.app.call('rules.callOff', { versionId }, staff));
  expect(await clinic.app.call('rules.callOff', { versionId }, staff)).toMatchObject({
    error: { code: 'CONFLICT' },
  });
  clinic.clock.setTo(at('07:00', TUESDAY));
  await makeRounds(clinic.environment).run();
  expect(await rules(clinic)).toMatchObject({ maxRecalls: 3 });
  expect(first((await versions(clinic)).versions)).toMatchObject({ state: 'called_off', after: null });
  expect(await clinic.app.call('rules.goBack', { versionId }, staff)).toMatchObject({
    error: { code: 'CONFLICT' },
  });
});

test('going back is a new change with the old values; what it does to people is said first', async () => {
  const clinic = await openClinic();
  await change(clinic, { rules: { promotionLeadMinutes: 1440, maxRecalls: 9 } });
  await change(clinic, { rules: { maxRecalls: 0 } });
  const [, , before] = (await versions(clinic)).versions;
  const versionId = first([before].filter((one) => one !== undefined)).id;
  clinic.clock.setTo(at('12:30', '2026-01-07'));
  await clinic.issued({ source: 'online', serviceDay: serviceDaySchema.parse('2026-01-08') });
  expect(await clinic.app.call('rules.goBack', { versionId }, staff)).toMatchObject({
    error: { code: 'CONFLICT', details: { would: { moves: 1 } } },
  });
  const gone = unwrap(await clinic.app.call('rules.goBack', { versionId, confirmed: true }, staff));
  expect(gone.rules).toMatchObject({ promotionLeadMinutes: 0, maxRecalls: 3 });
  expect(first((await versions(clinic)).versions)).toMatchObject({ backTo: versionId, state: 'made' });
  const again = await clinic.app.call('rules.goBack', { versionId, confirmed: true }, staff);
  expect(again).toMatchObject({ error: { code: 'CONFLICT' } });
});

test('two windows that save at once are both kept, each with what it changed', async () => {
  const clinic = await openClinic();
  await Promise.all([
    change(clinic, { rules: { maxRecalls: 5 } }),
    change(clinic, { rules: { heldBackCalls: 5 } }),
  ]);
  expect(await rules(clinic)).toMatchObject({ maxRecalls: 5, heldBackCalls: 5 });
  const made = (await versions(clinic)).versions;
  expect(made.map(({ changes }) => changes.map(({ name }) => name))).toEqual([
    ['rules.heldBackCalls'],
    ['rules.maxRecalls'],
    [],
  ]);
});

test.each([
  [
    'a day that is not ahead',
    { rules: { maxRecalls: 5 }, holdsFrom: serviceDaySchema.parse('2026-01-05') },
    'holdsFrom',
  ],
  [
    'a day too far ahead',
    { rules: { maxRecalls: 5 }, holdsFrom: serviceDaySchema.parse('2031-01-05') },
    'holdsFrom',
  ],
  ['nothing that changes', { rules: { maxRecalls: 3 }, holdsFrom: tuesday }, 'rules'],
  ['a value out of bounds', { rules: { maxRecalls: 99 }, holdsFrom: tuesday }, 'rules.maxRecalls'],
])('%s is refused', async (_what, wish, field) => {
  const { app } = await openClinic();
  expect(await app.call('rules.schedule', wish, staff)).toMatchObject({
    error: { code: 'INVALID_INPUT', details: { field } },
  });
});

test('what a proposal would do is told without doing it', async () => {
  const clinic = await openClinic();
  const looked = unwrap(await clinic.app.call('rules.impact', { rules: { noShowTimeoutMinutes: 5 } }, staff));
  expect(looked).toEqual({
    changes: [{ name: 'rules.noShowTimeoutMinutes', from: 15, to: 5 }],
    would: { noShows: 0, notSeen: 0, closes: 0, moves: 0 },
  });
  expect(await rules(clinic)).toMatchObject({ noShowTimeoutMinutes: 15 });
});
