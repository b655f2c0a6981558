import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInPersonRoles } from '../../../src/main/app/access/person-roles';
import { createSessions } from '../../../src/main/app/access/sessions';
import { createApp } from '../../../src/main/app/app';
import { lockIdle } from '../../../src/main/app/people/auto-lock';
import { createPinGuard, ofPerson } from '../../../src/main/app/people/tries';
import type { CallInput } from '../../../src/shared/contract';
import type { Person } from '../../../src/shared/model/person';
import { isWeakPin } from '../../../src/shared/model/pin';
import {
  first,
  noWindows,
  openClinic,
  staff,
  type TestClinic,
  temporaryFolder,
  unwrap,
} from '../../helpers/clinic';

const MINUTE = 60_000;
const asha = { name: 'Asha Kumar', initials: 'AK', roleId: 'admin', pin: '7391' } as const;
const ravi = { name: 'Ravi Menon', initials: 'RM', roleId: 'reception', pin: '8264' } as const;

const save = ({ app }: Pick<TestClinic, 'app'>, input: CallInput<'persons.save'>) =>
  app.call('persons.save', input, staff);
const signIn = ({ app }: Pick<TestClinic, 'app'>, initials: string, pin: string) =>
  app.call('persons.signIn', { initials, pin }, staff);
const who = async ({ app }: Pick<TestClinic, 'app'>) => unwrap(await app.call('persons.who', {}, staff));

/** Asha, the administrator, is on; Ravi works at reception. */
async function openWithPeople(options: Parameters<typeof openClinic>[0] = {}) {
  const clinic = await openClinic(options);
  const [admin, receptionist] = [unwrap(await save(clinic, asha)), unwrap(await save(clinic, ravi))];
  return { ...clinic, admin, receptionist };
}

describe('persons', () => {
  test('without any, everything goes as ever; the first is an administrator, and is on at once', async () => {
    const clinic = await openClinic();
    expect(await who(clinic)).toMatchObject({ inUse: false, calls: null });
    expect(await save(clinic, ravi)).toMatchObject({
      error: { code: 'CONFLICT', details: { field: 'roleId', reason: 'first_admin' } },
    });
    const admin = unwrap(await save(clinic, asha));
    expect(await who(clinic)).toMatchObject({ inUse: true, person: admin });
    expect(clinic.events).toContainEqual({ type: 'personsChanged' });
  });

  test('each fault is a sentence by its field, and nothing of it is done', async () => {
    const clinic = await openWithPeople();
    const faults: readonly [CallInput<'persons.save'>, string, string][] = [
      [{ ...ravi, initials: 'XY', pin: '1234' }, 'INVALID_INPUT', 'pin'],
      [{ ...ravi, initials: 'XY', pin: '12' }, 'INVALID_INPUT', 'pin'],
      [{ ...ravi, initials: 'X' }, 'INVALID_INPUT', 'initials'],
      [{ ...ravi, initials: 'XY', name: '…' }, 'INVALID_INPUT', 'name'],
      [{ name: 'Nobody', initials: 'XY', roleId: 'nurse' }, 'INVALID_INPUT', 'pin'],
      [{ name: 'Nobody', initials: 'XY', pin: '7391' }, 'INVALID_INPUT', 'roleId'],
      [{ ...ravi, initials: 'ak' }, 'CONFLICT', 'initials'],
      [{ ...ravi, initials: 'XY', roleId: crypto.randomUUID() }, 'NOT_FOUND', 'roleId'],
      [
        { ...ravi, initials: 'XY', roleId: 'nurse', doctorId: crypto.randomUUID() as never },
        'NOT_FOUND',
        'doctorId',
      ],
    ];
    for (const [input, code, field] of faults) {
      expect([field, await save(clinic, input)]).toMatchObject([
        field,
        { error: { code, details: { field } } },
      ]);
    }
    expect((await clinic.store.people()).persons).toHaveLength(2);
  });

  test('a PIN is kept as a hash with a salt of its own, and goes nowhere', async () => {
    const clinic = await openWithPeople();
    const kept = [
      await clinic.store.pinHash(clinic.admin.id),
      await clinic.store.pinHash(clinic.receptionist.id),
    ];
    for (const hash of kept) expect(hash).toMatch(/^scrypt:[\w+/=]{24}:[\w+/=]{44}$/);
    expect(kept[0]).not.toBe(kept[1]);
    const list = unwrap(await clinic.app.call('persons.list', {}, staff));
    expect(JSON.stringify([list, clinic.events, await clinic.store.people()])).not.toMatch(
      /7391|8264|scrypt|pin/i,
    );
  });

  test('who leaves is signed out everywhere, keeps the name, and leaves the initials to others', async () => {
    const clinic = await openWithPeople();
    unwrap(await signIn(clinic, 'RM', '8264'));
    const { id: tokenId } = await clinic.issued();
    unwrap(await signIn(clinic, 'AK', '7391'));
    const device = { id: crypto.randomUUID() as never, manages: false, doctorId: null } as never;
    unwrap(await clinic.app.call('persons.signIn', { initials: 'RM', pin: '8264' }, { ...staff, device }));
    unwrap(await save(clinic, { personId: clinic.receptionist.id, active: false }));
    const onTablet = unwrap(await clinic.app.call('persons.who', {}, { ...staff, device }));
    expect(onTablet).toMatchObject({ person: null, lockedBy: null });
    expect(await signIn(clinic, 'RM', '8264')).toMatchObject({ error: { code: 'NOT_FOUND' } });
    unwrap(await save(clinic, { ...ravi, name: 'Rita Mehta' }));
    const back = await save(clinic, { personId: clinic.receptionist.id, active: true });
    expect(back).toMatchObject({ error: { code: 'CONFLICT', details: { field: 'initials' } } });
    const [issued] = unwrap(await clinic.app.call('changes.recent', {}, staff));
    const history = unwrap(await clinic.app.call('tokens.history', { tokenId }, staff));
    expect([issued, ...history].map((line) => line?.personName)).toEqual(['Ravi Menon', 'Ravi Menon']);
  });

  test('only a nurse, a doctor and the clinic’s own roles are for one doctor', async () => {
    const clinic = await openWithPeople();
    const doctorId = first(clinic.doctorIds);
    const nurse = unwrap(await save(clinic, { personId: clinic.receptionist.id, roleId: 'nurse', doctorId }));
    expect(nurse.doctorId).toBe(doctorId);
    const again = unwrap(await save(clinic, { personId: nurse.id, roleId: 'reception' }));
    expect(again.doctorId).toBeNull();
  });
});

describe('there is always an administrator', () => {
  test('the last one is not removed, demoted or retired', async () => {
    const clinic = await openWithPeople();
    for (const change of [{ active: false }, { roleId: 'reception' }] as const) {
      expect(await save(clinic, { personId: clinic.admin.id, ...change })).toMatchObject({
        error: { code: 'CONFLICT', details: { reason: 'last_admin' } },
      });
    }
    expect((await who(clinic)).person).toEqual(clinic.admin);
  });

  test.each([
    ['retire', { active: false }],
    ['demote', { roleId: 'reception' }],
  ] as const)('two who %s each other at once: one stays', async (_what, change) => {
    const clinic = await openWithPeople();
    const { app, admin } = clinic;
    const other = unwrap(await save(clinic, { personId: clinic.receptionist.id, roleId: 'admin' }));
    const tablet = { ...staff, device: { id: crypto.randomUUID(), manages: true, doctorId: null } as never };
    unwrap(await app.call('persons.signIn', { initials: 'RM', pin: '8264' }, tablet));
    const answers = await Promise.all([
      app.call('persons.save', { personId: other.id, ...change }, staff),
      app.call('persons.save', { personId: admin.id, ...change }, tablet),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { persons } = await clinic.store.people();
    expect(persons.filter(({ active, roleId }) => active && roleId === 'admin')).toHaveLength(1);
  });

  test('who was removed meanwhile changes nothing more, though others are left', async () => {
    const clinic = await openWithPeople();
    const { app, admin } = clinic;
    unwrap(await save(clinic, { personId: clinic.receptionist.id, roleId: 'admin' }));
    const third = unwrap(await save(clinic, { ...ravi, name: 'Third', initials: 'TT', roleId: 'admin' }));
    const tablet = { ...staff, device: { id: crypto.randomUUID(), manages: true, doctorId: null } as never };
    unwrap(await app.call('persons.signIn', { initials: 'RM', pin: '8264' }, tablet));
    // The PIN of the second is hashed while the first is done: it comes through the door before that.
    const [gone, late] = await Promise.all([
      app.call('persons.save', { personId: clinic.receptionist.id, active: false }, staff),
      app.call('persons.save', { personId: third.id, pin: '9517' }, tablet),
    ]);
    expect(gone.ok).toBe(true);
    expect(late).toMatchObject({ error: { code: 'FORBIDDEN', details: { reason: 'nobody_on' } } });
    expect((await clinic.store.people()).persons.find(({ id }) => id === admin.id)?.active).toBe(true);
  });
});

describe('PINs', () => {
  test('that anybody would try first are refused', () => {
    for (const weak of [
      '0000',
      '1234',
      '4321',
      '7890',
      '0987',
      '1212',
      '112233',
      '2580',
      '12345678',
      '99999999',
    ]) {
      expect([weak, isWeakPin(weak)]).toEqual([weak, true]);
    }
    for (const good of ['7391', '1985', '2026', '4096', '83641', '13572468']) {
      expect([good, isWeakPin(good)]).toEqual([good, false]);
    }
  });

  test('one’s own is changed by who knows the old one; an administrator gives a new one, and lets in again', async () => {
    const clinic = await openWithPeople();
    const change = (pin: string, newPin: string) =>
      clinic.app.call('persons.changeOwnPin', { pin, newPin }, staff);
    expect(await change('0000', '5937')).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await change('7391', '1111')).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { field: 'newPin' } },
    });
    unwrap(await change('7391', '5937'));
    expect((await signIn(clinic, 'AK', '7391')).ok).toBe(false);
    for (let wrong = 0; wrong < 5; wrong += 1) await signIn(clinic, 'RM', '0000');
    expect(await signIn(clinic, 'RM', '8264')).toMatchObject({ error: { code: 'TOO_EARLY' } });
    unwrap(await save(clinic, { personId: clinic.receptionist.id, pin: '6158' }));
    unwrap(await signIn(clinic, 'RM', '6158'));
    unwrap(await signIn(clinic, 'AK', '5937'));
  });

  test('five wrong ones of somebody: a minute’s pause, then two, at most sixteen; a right one begins anew', async () => {
    const clinic = await openWithPeople();
    const pauses: unknown[] = [];
    const guard = createPinGuard(clinic.environment);
    const attempt = (isRight: boolean) => guard.compare([ofPerson(clinic.admin.id)], async () => isRight);
    for (let round = 0; round < 6; round += 1) {
      for (let wrong = 0; wrong < 5; wrong += 1)
        expect(await attempt(false)).toMatchObject({ error: { code: 'FORBIDDEN' } });
      const held = await attempt(true);
      if (held.ok) throw new Error('not held');
      pauses.push(held.error.details?.minutes);
      clinic.clock.setTo(clinic.clock.now() + 16 * MINUTE);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 16]);
    unwrap(await attempt(true));
    expect(await attempt(false)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  test('ten wrong ones at a station hold it up for everybody there, and nobody elsewhere', async () => {
    const clinic = await openWithPeople();
    for (let wrong = 0; wrong < 5; wrong += 1) await signIn(clinic, 'RM', '0000');
    for (let wrong = 0; wrong < 5; wrong += 1) await signIn(clinic, 'AK', '0000');
    const third = unwrap(await clinic.app.call('persons.save', { ...ravi, initials: 'TT' }, staff));
    expect(await signIn(clinic, 'TT', ravi.pin)).toMatchObject({ error: { code: 'TOO_EARLY' } });
    const device = { id: crypto.randomUUID() as never, manages: false, doctorId: null } as never;
    const elsewhere = await clinic.app.call(
      'persons.signIn',
      { personId: third.id, pin: ravi.pin },
      { ...staff, device },
    );
    expect(elsewhere.ok).toBe(true);
  });

  test('a lockout outlives a restart, and a clock set forward or back', async () => {
    const path = join(temporaryFolder(), 'data.db');
    const clinic = await openWithPeople({ path });
    for (let wrong = 0; wrong < 5; wrong += 1) await signIn(clinic, 'AK', '0000');
    // The clock alone is set: this process has lived no longer for it.
    const started = clinic.clock.now();
    const shifted = { ...clinic.clock, elapsed: () => started };
    const guard = createPinGuard({ ...clinic.environment, clock: shifted });
    const attempt = () => guard.compare([ofPerson(clinic.admin.id)], async () => true);
    expect(await attempt()).toMatchObject({ error: { code: 'TOO_EARLY', details: { minutes: 1 } } });
    clinic.clock.setTo(started + 60 * MINUTE);
    expect(await attempt()).toMatchObject({ error: { code: 'TOO_EARLY' } });
    await clinic.store.close();

    const back = await openClinic({ path, time: started - 24 * 60 * MINUTE });
    expect(await signIn(back, 'AK', '7391')).toMatchObject({
      error: { code: 'TOO_EARLY', details: { minutes: 1 } },
    });
    back.clock.setTo(back.clock.now() + MINUTE);
    expect(unwrap(await signIn(back, 'AK', '7391')).person).toEqual(clinic.admin);
  });

  test('many at once are no more tries than one after the other', async () => {
    const clinic = await openWithPeople();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => signIn(clinic, 'AK', String(7380 + index))),
    );
    expect(answers.filter(({ ok }) => ok)).toEqual([]);
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'FORBIDDEN')).toHaveLength(5);
  });

  test('on a full disk people still come in, and wrong PINs still count', async () => {
    const clinic = await openWithPeople();
    const fails = async () => Promise.reject(new Error('the disk is full'));
    const environment = { ...clinic.environment, store: { ...clinic.store, savePinTries: fails } };
    const app = createApp(environment, noWindows);
    for (let wrong = 0; wrong < 4; wrong += 1) await signIn({ app }, 'AK', '0000');
    unwrap(await signIn({ app }, 'AK', '7391'));
    for (let wrong = 0; wrong < 5; wrong += 1) await signIn({ app }, 'AK', '0000');
    expect(await signIn({ app }, 'AK', '7391')).toMatchObject({ error: { code: 'TOO_EARLY' } });
  });
});

describe('a station', () => {
  const stir = (clinic: TestClinic) => clinic.app.call('persons.stir', {}, staff);
  const wait = (clinic: TestClinic, minutes: number) =>
    clinic.clock.setTo(clinic.clock.now() + minutes * MINUTE);
  const issue = (clinic: TestClinic) => clinic.issue();

  test('locks itself when nobody stirs; the same PIN opens it, and somebody else may take over', async () => {
    const clinic = await openWithPeople();
    wait(clinic, 9);
    await lockIdle(clinic.environment);
    unwrap(await stir(clinic));
    wait(clinic, 9);
    await lockIdle(clinic.environment);
    const { since } = first(unwrap(await clinic.app.call('stations.list', {}, staff)));
    wait(clinic, 1);
    await lockIdle(clinic.environment);
    const { id, name, initials } = clinic.admin;
    expect(await who(clinic)).toMatchObject({ person: null, lockedBy: { id, name, initials }, calls: [] });
    expect(await issue(clinic)).toMatchObject({ error: { details: { reason: 'nobody_on' } } });
    unwrap(await signIn(clinic, 'AK', '7391'));
    expect(first(unwrap(await clinic.app.call('stations.list', {}, staff)))).toMatchObject({
      since,
      locked: false,
    });
    unwrap(await clinic.app.call('persons.lock', {}, staff));
    expect(unwrap(await signIn(clinic, 'RM', '8264')).person).toEqual(clinic.receptionist);
    expect((await issue(clinic)).ok).toBe(true);
  });

  test('looking is no stirring: a page that asks by itself keeps nothing open', async () => {
    const clinic = await openWithPeople();
    wait(clinic, 6);
    await clinic.app.call('doctors.summaries', {}, staff);
    wait(clinic, 5);
    await lockIdle(clinic.environment);
    expect((await who(clinic)).lockedBy).not.toBeNull();
  });

  test('never locks itself where the clinic wants that', async () => {
    const clinic = await openWithPeople();
    unwrap(await clinic.app.call('settings.change', { people: { lockAfterMinutes: 0 } }, staff));
    wait(clinic, 24 * 60);
    await lockIdle(clinic.environment);
    expect((await who(clinic)).person).toEqual(clinic.admin);
  });

  test('what was under way when it locked is finished', async () => {
    const clinic = await openWithPeople();
    const { environment, store } = clinic;
    // The command is through the door, and waits for the settings.
    let goOn = (): void => undefined;
    const held = new Promise<void>((resume) => {
      goOn = resume;
    });
    const settings = async () => held.then(() => store.settings());
    const app = createApp({ ...environment, store: { ...store, settings } }, noWindows);
    const wish = { source: 'walk_in', patientName: 'Asha', patientContact: '9876543210' } as const;
    const under = app.call('tokens.issue', { doctorId: first(clinic.doctorIds), ...wish }, staff);
    await store.people();
    unwrap(await clinic.app.call('persons.lock', {}, staff));
    goOn();
    expect((await under).ok).toBe(true);
    expect((await issue(clinic)).ok).toBe(false);
  });

  test('is signed out from the settings, and forgets everybody when the app ends', async () => {
    const clinic = await openWithPeople();
    unwrap(await clinic.app.call('stations.signOut', { station: 'here' }, staff));
    expect(await who(clinic)).toMatchObject({ inUse: true, person: null, lockedBy: null });
    const restarted = createApp({ ...clinic.environment, sessions: createSessions() }, noWindows);
    expect(await who({ app: restarted })).toMatchObject({ inUse: true, person: null });
  });
});

test('a role that somebody has stays; one that is gone allows nothing', async () => {
  const clinic = await openWithPeople();
  const { app } = clinic;
  const role = unwrap(await app.call('roles.save', { name: 'Cashier', calls: ['tokens.get'] }, staff));
  expect(await app.call('roles.save', { name: 'cashier', calls: [] }, staff)).toMatchObject({
    error: { code: 'CONFLICT', details: { field: 'name' } },
  });
  expect(await app.call('roles.save', { name: 'Other', calls: ['no.such'] }, staff)).toMatchObject({
    error: { code: 'INVALID_INPUT', details: { field: 'calls' } },
  });
  const cashier: Person = unwrap(await save(clinic, { personId: clinic.receptionist.id, roleId: role.id }));
  const remove = () => app.call('roles.remove', { roleId: role.id }, staff);
  expect(await remove()).toMatchObject({ error: { code: 'CONFLICT', details: { persons: 1 } } });
  unwrap(await save(clinic, { personId: cashier.id, active: false }));
  unwrap(await remove());
  expect(await save(clinic, { personId: cashier.id, active: true })).toMatchObject({
    error: { code: 'NOT_FOUND', details: { field: 'roleId' } },
  });
});

describe('nobody gives away more than their own role allows', () => {
  const hers: CallInput<'persons.save'> = { name: 'Indu', initials: 'IN', roleId: 'reception', pin: '5927' };

  /** Somebody whose role has these calls beside all of reception's is on. */
  async function onWith(...calls: readonly string[]) {
    const clinic = await openWithPeople();
    const ofReception = builtInPersonRoles.find(({ id }) => id === 'reception')?.calls ?? [];
    const wish = { name: 'Office', calls: [...ofReception, ...calls] };
    const role = unwrap(await clinic.app.call('roles.save', wish, staff));
    const person = unwrap(await save(clinic, { ...hers, initials: 'OF', roleId: role.id }));
    unwrap(await signIn(clinic, 'OF', '5927'));
    return { ...clinic, role, person };
  }
  const tooMuch = { error: { code: 'FORBIDDEN', details: { reason: 'more_than_own' } } };

  test('who enters persons makes nobody an administrator, and gives none a new PIN', async () => {
    const clinic = await onWith('persons.save');
    expect(await save(clinic, { ...hers, roleId: 'admin' })).toMatchObject(tooMuch);
    expect(await save(clinic, { ...hers, roleId: 'manager' })).toMatchObject(tooMuch);
    expect(await save(clinic, { personId: clinic.person.id, roleId: 'admin' })).toMatchObject(tooMuch);
    expect(await save(clinic, { personId: clinic.admin.id, pin: '5927' })).toMatchObject(tooMuch);
    expect(await signIn(clinic, 'AK', '5927')).toMatchObject({ error: { details: { reason: 'pin' } } });
    unwrap(await signIn(clinic, 'OF', '5927'));
    unwrap(await save(clinic, hers));
  });

  test('who makes roles, or takes over a file, makes none that may do more', async () => {
    const clinic = await onWith('roles.save', 'configuration.import', 'configuration.export');
    const { app, role, store } = clinic;
    const calls = [...role.calls, 'privacy.erase'];
    const more = { roleId: role.id, name: 'Office', calls };
    expect(await app.call('roles.save', more, staff)).toMatchObject(tooMuch);
    const { path } = unwrap(await app.call('configuration.export', {}, staff));
    const file = JSON.parse(readFileSync(path, 'utf8'));
    const own = JSON.stringify({ ...file, roles: [{ ...role, calls: [...role.calls, 'no.longer'] }] });
    const other = JSON.stringify({ ...file, roles: [{ ...role, calls }] });
    const take = (text: string) => app.call('configuration.import', { file: text }, staff);
    expect(await take(other)).toMatchObject(tooMuch);
    expect((await store.people()).roles).toEqual([role]);
    unwrap(await take(own));
    unwrap(await app.call('roles.save', { name: 'Small', calls: ['tokens.get'] }, staff));
  });

  test('a program, as which nobody is on, gives nothing', async () => {
    const clinic = await openWithPeople();
    const device = { id: crypto.randomUUID(), manages: true, doctorId: null } as never;
    const program = { ...staff, isProgram: true, device };
    expect(await clinic.app.call('persons.save', { ...hers, roleId: 'admin' }, program)).toMatchObject(
      tooMuch,
    );
    const role = { name: 'Mine', calls: ['tokens.get'] };
    expect(await clinic.app.call('roles.save', role, program)).toMatchObject(tooMuch);
  });
});
