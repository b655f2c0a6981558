import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import type { ComputerKeeper } from '../../../src/main/app/outside/computer';
import { changeChoices, readChoices } from '../../../src/main/this-computer';
import { noWindows, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';

const asAtFirst = { station: 'reception', comesBack: true, knowsItGoesOn: false };
const withoutMonitors = { stationIsGiven: false, startsWithSystem: false, waiting: [], boardMonitor: null };

async function openAt(computer: ComputerKeeper) {
  const { environment, events } = await openClinic();
  return { app: createApp({ ...environment, computer }, noWindows), events };
}

test('what this computer does at the start is kept, told to every window, and on record', async () => {
  const file = join(temporaryFolder(), 'computer.json');
  const { app, events } = await openAt({
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
