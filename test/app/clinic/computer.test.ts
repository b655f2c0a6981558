import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import type { ComputerKeeper } from '../../../src/main/app/outside/computer';
import { changeChoices, readChoices } from '../../../src/main/this-computer';
import { noWindows, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';

const asAtFirst = { station: 'reception', comesBack: true, reception: null, knowsItGoesOn: false };
const withoutMonitors = { stationIsGiven: false, startsWithSystem: false, waiting: [], boardMonitor: null };

/** Where no other computer answers. */
const alone = { findReception: async () => 'none' as const };

async function openAt(computer: ComputerKeeper) {
  const { environment, events } = await openClinic();
  return { app: createApp({ ...environment, computer }, noWindows), events };
}

test('what this computer does at the start is kept, told to every window, and on record', async () => {
  const file = join(temporaryFolder(), 'computer.json');
  const { app, events } = await openAt({
    ...alone,
    look: () => ({ ...readChoices(file), ...withoutMonitors }),
    change: (wish) => changeChoices(file, wish, writeFileSync),
  });
  expect(unwrap(await app.call('computer.read', {}, staff))).toMatchObject({ comesBack: true });
  unwrap(await app.call('computer.change', { comesBack: false }, staff));
  expect(events).toContainEqual({ type: 'computerChanged' });
  unwrap(await app.call('computer.change', {}, staff));
  expect(unwrap(await app.call('computer.read', {}, staff))).toMatchObject({ comesBack: false });
  const { lines } = unwrap(await app.call('audit.list', {}, staff));
  expect(lines[0]?.kind).toBe('computer.change');
});

test('a file nobody can read keeps nobody from starting; one that cannot be written is said', async () => {
  const file = join(temporaryFolder(), 'computer.json');
  writeFileSync(file, '{"comesBack":');
  expect(readChoices(file)).toEqual(asAtFirst);
  const full = (): never => {
    throw new Error('ENOSPC');
  };
  const { app } = await openAt({
    ...alone,
    look: () => ({ ...readChoices(file), ...withoutMonitors }),
    change: (wish) => changeChoices(file, wish, full),
  });
  expect(await app.call('computer.change', { comesBack: false }, staff)).toMatchObject({
    error: { code: 'UNAVAILABLE' },
  });
});

test('a computer is for the kiosk or the board alone only once there is a PIN to leave them by', async () => {
  const file = join(temporaryFolder(), 'computer.json');
  const { app } = await openAt({
    ...alone,
    look: () => ({ ...readChoices(file), ...withoutMonitors }),
    change: (wish) => changeChoices(file, wish, writeFileSync),
  });
  for (const station of ['kiosk', 'board'] as const) {
    expect(await app.call('computer.change', { station }, staff)).toMatchObject({
      error: { code: 'CONFLICT', details: { reason: 'no_pin' } },
    });
  }
  unwrap(await app.call('computer.change', { station: 'doctor' }, staff));
  unwrap(await app.call('kiosk.changePin', { pin: '8264' }, staff));
  unwrap(await app.call('computer.change', { station: 'kiosk' }, staff));
  expect(readChoices(file)).toEqual({ ...asAtFirst, station: 'kiosk' });
});

test('from another device, or without windows, nothing is known of a computer and nothing changed', async () => {
  const { app } = await openClinic();
  expect(unwrap(await app.call('computer.read', {}, staff))).toBeNull();
  expect(await app.call('computer.change', { comesBack: false }, staff)).toMatchObject({
    error: { code: 'UNAVAILABLE' },
  });
});

test('another computer’s screens are shown once it answers; of its kiosk that one knows the PIN', async () => {
  const file = join(temporaryFolder(), 'computer.json');
  const asked: (string | number)[][] = [];
  const { app } = await openAt({
    look: () => ({ ...readChoices(file), ...withoutMonitors }),
    async findReception(address, ownPort) {
      asked.push([address, ownPort]);
      if (address === 'here') return 'itself';
      return address === 'opd' ? { origin: 'http://opd:4180' } : 'none';
    },
    change: (wish) => changeChoices(file, wish, writeFileSync),
  });
  const choose = (reception: string | null) =>
    app.call('computer.change', { reception, station: 'kiosk' }, staff);
  expect(await choose('nobody')).toMatchObject({
    error: { code: 'UNAVAILABLE', details: { reason: 'no_reception' } },
  });
  expect(await choose('here')).toMatchObject({ error: { code: 'CONFLICT', details: { reason: 'itself' } } });
  expect(readChoices(file)).toEqual(asAtFirst);
  expect(unwrap(await choose(' opd '))).toMatchObject({ reception: 'http://opd:4180', station: 'kiosk' });
  expect(asked.at(-1)).toEqual(['opd', 4180]);
  expect(await choose('')).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  // With its own data it would need a PIN of its own.
  expect(await choose(null)).toMatchObject({ error: { details: { reason: 'no_pin' } } });
  unwrap(await app.call('computer.change', { reception: null, station: 'reception' }, staff));
  expect(readChoices(file)).toEqual(asAtFirst);
});
