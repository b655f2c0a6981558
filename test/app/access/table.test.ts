import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import { about } from '../../../src/main/app/access/calls';
import { heardBy, heardInWindow, hearers } from '../../../src/main/app/access/events';
import { places } from '../../../src/main/app/access/places';
import { createSessions } from '../../../src/main/app/access/sessions';
import { type AppEvent, type CallName, contract, type Role } from '../../../src/shared/contract';
import { roles } from '../../../src/shared/model/actor';
import { openClinic } from '../../helpers/clinic';
import { calls, everyEvent, forManager, heard, openAccess } from './table';

const names = Object.keys(contract) as CallName[];
const columns: readonly Role[] = ['staff', 'kiosk', 'doctor', 'board', 'booking', 'slip'];

/** A line of the table, read. */
function lineOf(name: CallName) {
  const words = calls[name][0].split(' ');
  const may = columns.filter((role, index) => words[index] === role);
  if (forManager.calls.includes(name)) may.push('manager');
  return { may, about: words[columns.length], place: words[columns.length + 1] };
}

/** A window of this PC. */
const windowOf = (role: Role): Caller => {
  const screens = { staff: 'home', booking: 'home', manager: 'live' } as const;
  const screen = role === 'staff' || role === 'booking' || role === 'manager' ? screens[role] : role;
  return { role, screen, doctorId: null };
};

describe('every call of the contract is as the table says', () => {
  it('who may make it, and what it is about', () => {
    expect([...columns, 'manager'].sort()).toEqual([...roles].sort());
    for (const name of names) {
      const line = lineOf(name);
      expect([name, [...contract[name].roles].sort()]).toEqual([name, [...line.may].sort()]);
      expect([name, about[name]]).toEqual([name, line.about]);
      // Words beside the columns would be read by nobody.
      const words = [
        ...columns.map((role) => (line.may.includes(role) ? role : '-')),
        line.about,
        line.place,
      ];
      expect(words.filter((word) => word !== undefined).join(' ')).toBe(calls[name][0]);
    }
  });

  it('from where it may come', async () => {
    const { ours } = await openAccess();
    for (const name of names) {
      const input = contract[name].input.parse(calls[name][1](ours));
      const place = (places[name] as ((input: object) => string | null) | undefined)?.(input) ?? undefined;
      expect([name, place]).toEqual([name, lineOf(name).place]);
    }
    expect(places['settings.change']?.({ network: { enabled: true } } as never)).toBe('managing');
    expect(places['practice.settle']?.({ keep: true })).toBeNull();
  });
});

describe('who may call', () => {
  it.each(roles)('%s', async (role) => {
    const { app } = await openClinic();
    for (const name of names) {
      // Nothing takes this, so that nothing is done: who may not call hears of that first.
      const input = { nothing: 'takes this' };
      const answer = await app.receive(name, input, { role, screen: 'home', doctorId: null });
      const code = lineOf(name).may.includes(role) ? 'INVALID_INPUT' : 'FORBIDDEN';
      expect([name, answer]).toMatchObject([name, { ok: false, error: { code } }]);
    }
  });
});

/** Which calls are refused as not allowed, when each is really made, one after the other. */
async function refused(
  { app, ours }: Awaited<ReturnType<typeof openAccess>>,
  caller: Caller,
): Promise<readonly CallName[]> {
  const forbidden: CallName[] = [];
  for (const name of names) {
    const source = caller.role === 'booking' ? 'online' : 'walk_in';
    const input = calls[name][1](ours);
    const answer = await app.receive(name, 'source' in input ? { ...input, source } : input, caller);
    if (!answer.ok && answer.error.code === 'FORBIDDEN') forbidden.push(name);
    if (!answer.ok) expect([name, answer.error.code]).not.toEqual([name, 'INTERNAL']);
  }
  return forbidden;
}

const but = (may: (line: ReturnType<typeof lineOf>, name: CallName) => boolean): readonly CallName[] =>
  names.filter((name) => !may(lineOf(name), name));

describe('a call really made is refused to those whom the table does not name, and to nobody else', () => {
  it.each(roles)('%s', async (role) => {
    expect(await refused(await openAccess(), windowOf(role))).toEqual(but(({ may }) => may.includes(role)));
  });

  it('one doctor’s tablet, of its own patients', async () => {
    const access = await openAccess();
    expect(await refused(access, access.tablet)).toEqual(
      but((line) => line.may.includes('doctor') && line.about !== 'closed' && line.place !== 'here'),
    );
  });

  it('reception’s other PCs, and those that manage', async () => {
    const access = await openAccess();
    const reception = await access.paired('staff', { name: 'PC 2', role: 'reception' });
    expect(await refused(access, reception)).toEqual(
      but(({ may, place }) => may.includes('staff') && place === undefined),
    );
    const again = await openAccess();
    const manager = await again.paired('staff', { name: 'PC 2', role: 'reception' });
    const manages = manager.device && { ...manager.device, manages: true };
    expect(await refused(again, { ...manager, ...(manages && { device: manages }) })).toEqual(
      but(({ may, place }) => may.includes('staff') && place !== 'here'),
    );
  });
});

describe('who hears which event', () => {
  it.each(Object.keys(heard) as AppEvent['type'][])('%s', async (type) => {
    const { ours, environment, tablet, otherTablet, site } = await openAccess();
    const event = everyEvent(ours)[type];
    const [windows = '', devices = ''] = heard[type].split(' | ');
    const listeners = ['staff', 'kiosk', 'doctor', 'board', 'slip', 'manager'] as const;
    const inWindows = [...windows.split(' '), forManager.hears[type] ?? '-'];
    for (const [index, role] of listeners.entries()) {
      const expected = asHeard(event, inWindows[index]);
      expect([role, heardInWindow(environment.sessions, windowOf(role), event)]).toEqual([role, expected]);
      expect([role, await heardBy(environment, windowOf(role), event)]).toEqual([role, expected]);
      expect([role, hearers[type].includes(role)]).toEqual([
        role,
        type === 'printJobChanged' && role === 'kiosk' ? true : expected !== null,
      ]);
    }
    const onDevices = devices.split(' ');
    for (const [index, caller] of [tablet, otherTablet, site].entries()) {
      expect(await heardBy(environment, caller, event)).toEqual(asHeard(event, onDevices[index]));
    }
    expect(hearers[type].includes('booking')).toBe(onDevices[2] !== '-');
  });

  it('a kiosk hears of its own slips', () => {
    const job = { station: 'kiosk' } as never;
    const event = { type: 'printJobChanged', job } as const;
    expect(heardInWindow(createSessions(), windowOf('kiosk'), event)).toEqual(event);
  });
});

function asHeard(event: AppEvent, how: string | undefined): AppEvent | null {
  if (how === 'all') return event;
  if (event.type !== 'bookChanged' || how === '-') return null;
  return { ...event, facts: how === 'bare' ? [] : event.facts.filter(({ tokenId }) => tokenId === null) };
}
