import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import type { ComputerKeeper } from '../../../src/main/app/outside/computer';
import { changeChoices, readChoices } from '../../../src/main/this-computer';
import { noWindows, openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';

async function openAt(computer: ComputerKeeper) {
  const { environment, events } = await openClinic();
  return { app: createApp({ ...environment, computer }, noWindows), events };
}

test('what this computer does at the start is kept, told to every window, and on record', async () => {
  const file = join(temporaryFolder(), 'computer.json');
  const { app, events } = await openAt({
    look: () => ({ ...readChoices(file), waiting: [], boardMonitor: null }),
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
  expect(readChoices(file)).toEqual({ comesBack: true });
  const full = (): never => {
    throw new Error('ENOSPC');
  };
  const { app } = await openAt({
    look: () => ({ ...readChoices(file), waiting: [], boardMonitor: null }),
    change: (wish) => changeChoices(file, wish, full),
  });
  expect(await app.call('computer.change', { comesBack: false }, staff)).toMatchObject({
    error: { code: 'UNAVAILABLE' },
  });
});

test('from another device, or without windows, nothing is known of a computer and nothing changed', async () => {
  const { app } = await openClinic();
  expect(unwrap(await app.call('computer.read', {}, staff))).toBeNull();
  expect(await app.call('computer.change', { comesBack: false }, staff)).toMatchObject({
    error: { code: 'UNAVAILABLE' },
  });
});
