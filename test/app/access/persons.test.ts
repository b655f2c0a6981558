import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import { heardBy, heardInWindow } from '../../../src/main/app/access/events';
import { knownCalls } from '../../../src/main/app/access/person-roles';
import { stationOf } from '../../../src/main/app/access/sessions';
import type { Environment } from '../../../src/main/app/environment';
import { hashOfPin } from '../../../src/main/app/people/pin';
import { type CallName, contract, type Role } from '../../../src/shared/contract';
import { builtInRoles, type Person, personSchema } from '../../../src/shared/model/person';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { ok } from '../../../src/shared/result';
import { kiosk, MONDAY, staff, unwrap } from '../../helpers/clinic';
import { byRole } from './person-table';
import { calls, everyEvent, openAccess } from './table';

const names = Object.keys(contract) as CallName[];
type Environs = Pick<Environment, 'store' | 'sessions' | 'clock'>;

const pinHash = hashOfPin('7391');
let made = 0;

/** Somebody who works here, written as the app would. */
async function person({ store }: Environs, wish: Partial<Person> = {}): Promise<Person> {
  made += 1;
  const somebody = personSchema.parse({
    id: crypto.randomUUID(),
    name: `Person ${made}`,
    initials: `P${made}`,
    roleId: 'admin',
    doctorId: null,
    active: true,
    ...wish,
  });
  const persons = [{ person: somebody, pinHash: await pinHash }];
  const request = { books: [], today: serviceDaySchema.parse(MONDAY), now: 0 };
  unwrap(await store.transact(request, () => ok({ books: [], persons, answer: null })));
  return somebody;
}

function putOn({ sessions, clock }: Environs, { id }: Person, caller: Caller = staff): void {
  const [now, elapsed] = [clock.now(), clock.elapsed()];
  sessions.begin(stationOf(caller), { personId: id, since: now, stirredAt: elapsed, shownAt: now });
}

/** A window of this PC in which the call may be made, if there is one that persons sit at. */
function windowFor(name: CallName): Caller | undefined {
  const roles: readonly Role[] = contract[name].roles;
  if (roles.includes('staff')) return staff;
  return roles.includes('doctor') ? { role: 'doctor', screen: 'doctor', doctorId: null } : undefined;
}

/** Why each call is refused to whoever is on, when all are really made. */
async function reasons(
  { app, ours, environment }: Awaited<ReturnType<typeof openAccess>>,
  putThere: () => void,
): Promise<Partial<Record<CallName, unknown>>> {
  const refused: Partial<Record<CallName, unknown>> = {};
  for (const name of names) {
    const caller = windowFor(name);
    if (!caller) continue;
    environment.sessions.end('here');
    putThere();
    const answer = await app.receive(name, calls[name][1](ours), caller);
    if (answer.ok) continue;
    const { code, details } = answer.error;
    expect([name, code]).not.toEqual([name, 'INTERNAL']);
    if (code === 'FORBIDDEN' && details?.reason !== 'pin') refused[name] = details?.reason;
  }
  return refused;
}

/** Every call that the table gives to nobody like this. */
function expected(reason: string, may: (words: string, name: CallName) => boolean): object {
  const not = names.filter((name) => windowFor(name) && byRole[name] !== 'open' && !may(byRole[name], name));
  return Object.fromEntries(not.map((name) => [name, reason]));
}

const has = (role: string) => (words: string) => words.split(' ').includes(role);

describe('where the clinic works with persons, a call is made by those whose role has it', () => {
  it.each(builtInRoles)('%s', async (roleId) => {
    const access = await openAccess();
    await person(access.environment);
    const somebody = await person(access.environment, { roleId });
    const refused = await reasons(access, () => putOn(access.environment, somebody));
    expect(refused).toEqual(expected('role', has(roleId)));
  });

  it('a nurse of one doctor, of that doctor’s patients', async () => {
    const access = await openAccess();
    await person(access.environment);
    const nurse = await person(access.environment, { roleId: 'nurse', doctorId: access.own });
    const refused = await reasons(access, () => putOn(access.environment, nurse));
    expect(refused).toEqual(expected('role', has('nurse')));
    putOn(access.environment, nurse);
    const { app, foreign } = access;
    for (const name of ['tokens.call', 'tokens.cancel', 'tokens.get', 'tokens.history'] as const) {
      const answer = await app.receive(name, { tokenId: foreign.tokenId }, staff);
      expect([name, answer]).toMatchObject([
        name,
        { error: { code: 'FORBIDDEN', details: { reason: 'role' } } },
      ]);
    }
    expect(await app.call('books.view', { doctorId: foreign.doctorId }, staff)).toMatchObject({ ok: false });
    const all = unwrap(await app.call('tokens.search', {}, staff));
    expect(JSON.stringify(all)).not.toContain(foreign.tokenId);
  });

  it('what somebody may not do is not looked at beforehand either', async () => {
    const access = await openAccess();
    await person(access.environment);
    const nurse = await person(access.environment, { roleId: 'nurse' });
    const reception = await person(access.environment, { roleId: 'reception' });
    const { app, environment, own } = access;
    const look = (name: CallName, input: object) => app.receive(name, input, staff);
    const refused = { error: { code: 'FORBIDDEN', details: { reason: 'role' } } };
    putOn(environment, nurse);
    const issue = { command: 'tokens.issue', doctorId: own, source: 'walk_in' };
    expect(await look('commands.preview', issue)).toMatchObject(refused);
    putOn(environment, reception);
    expect(await look('commands.preview', issue)).toMatchObject({ ok: true });
    const from = serviceDaySchema.parse('2026-01-06');
    expect(await look('plans.preview', { command: 'closures.add', from })).toMatchObject(refused);
  });

  it('nobody, and whoever locked the station, or does not work here any more', async () => {
    const access = await openAccess();
    const { environment } = access;
    const admin = await person(environment);
    const gone = await person(environment, { active: false });
    const nobody = expected('nobody_on', () => false);
    expect(await reasons(access, () => undefined)).toEqual(nobody);
    expect(await reasons(access, () => putOn(environment, gone))).toEqual(nobody);
    const locked = () => {
      putOn(environment, admin);
      environment.sessions.change('here', { locked: true });
    };
    expect(await reasons(access, locked)).toEqual(nobody);
  });

  it('a role of the clinic’s own: what it names, and nothing of names that are no calls', async () => {
    const access = await openAccess();
    const { environment, app } = access;
    await person(environment);
    const own = ['tokens.get', 'tokens.issue', 'kiosk.checkIn', 'persons.who', 'a.callOfLongAgo'];
    const role = { id: crypto.randomUUID(), name: 'Porter', calls: own };
    const request = { books: [], today: serviceDaySchema.parse(MONDAY), now: 0 };
    unwrap(
      await environment.store.transact(request, () => ok({ books: [], personRoles: [role], answer: null })),
    );
    const porter = await person(environment, { roleId: role.id });
    const refused = await reasons(access, () => putOn(environment, porter));
    // Whoever issues a follow-up may ask whether it is one.
    const may = [...own, 'patients.followUp'];
    expect(refused).toEqual(expected('role', (_words, name) => may.includes(name)));
    putOn(environment, porter);
    expect(unwrap(await app.call('persons.who', {}, staff)).calls?.sort()).toEqual([
      'patients.followUp',
      'tokens.get',
      'tokens.issue',
    ]);
  });

  it('kiosk, board, the clock and programs are no persons, and go on as ever', async () => {
    const access = await openAccess();
    const { app, environment, site, tablet } = access;
    await person(environment);
    expect(await app.call('doctors.summaries', {}, kiosk)).toMatchObject({ ok: true });
    expect(await app.call('doctors.list', {}, site)).toMatchObject({ ok: true });
    const program = { ...tablet, isProgram: true };
    expect(await app.call('callList.view', {}, program)).toMatchObject({ ok: true });
    const browser = await app.call('callList.view', {}, tablet);
    expect(browser).toMatchObject({ error: { details: { reason: 'nobody_on' } } });
    expect(await app.call('persons.signIn', { initials: 'P1', pin: '7391' }, program)).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
  });
});

it('each device is a station of its own; another doctor’s nurse is not let on to a doctor’s tablet', async () => {
  const access = await openAccess();
  const { app, environment, tablet, otherTablet, own } = access;
  await person(environment);
  const nurse = await person(environment, { roleId: 'nurse', doctorId: own });
  const signIn = (caller: Caller) => app.call('persons.signIn', { personId: nurse.id, pin: '7391' }, caller);
  expect(unwrap(await signIn(tablet)).person).toEqual(nurse);
  expect(unwrap(await app.call('persons.who', {}, staff)).person).toBeNull();
  expect(await signIn(otherTablet)).toMatchObject({
    error: { code: 'FORBIDDEN', details: { reason: 'role' } },
  });
});

it('a station where nobody is on hears nothing of patients; one of a nurse, of her doctor’s alone', async () => {
  const access = await openAccess();
  const { app, environment, ours, foreign, own } = access;
  const { sessions } = environment;
  const admin = await person(environment);
  const nurse = await person(environment, { roleId: 'nurse', doctorId: own });
  await app.call('persons.who', {}, staff);
  const heard = () =>
    Object.values(everyEvent(ours)).flatMap((event) =>
      heardInWindow(sessions, staff, event) ? [event.type] : [],
    );
  const quiet = ['personsChanged', 'heartbeat', 'dayChanged', 'everythingChanged'];
  expect(heard().sort()).toEqual([...quiet].sort());
  putOn(environment, admin);
  expect(heard()).toEqual(Object.keys(everyEvent(ours)));
  putOn(environment, nurse);
  const theirs = everyEvent(foreign).bookChanged;
  expect(await heardBy(environment, staff, theirs)).toBeNull();
  expect(await heardBy(environment, staff, everyEvent(ours).bookChanged)).not.toBeNull();
  expect(heard()).not.toContain('printJobChanged');
  sessions.change('here', { locked: true });
  expect(heard().sort()).toEqual([...quiet].sort());
});

it('who acted is in every event', async () => {
  const access = await openAccess();
  const { app, environment, store, mine } = access;
  const admin = await person(environment);
  putOn(environment, admin);
  unwrap(await app.call('tokens.checkIn', { tokenId: mine.id }, staff));
  const history = await store.tokenHistory(mine.id);
  expect(history.map(({ event }) => event.by?.personId)).toEqual([null, admin.id]);
});

it('a role of the clinic that may see a doctor’s day may see the waiting list of it, and no other may', () => {
  expect([...knownCalls(['books.view', 'no.call'])]).toEqual([
    'books.view',
    'books.waiting',
    'patients.alsoWith',
  ]);
  expect([...knownCalls(['board.view'])]).toEqual(['board.view']);
});
