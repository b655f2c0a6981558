import { expect, test } from 'vitest';
import { createAwaitHeld, createWhenHeld } from '../../src/shared/held-file';

/** A file that is held so many times, and what came of acting on it. */
function heldFile(times: number, code = 'EPERM', platform = 'win32') {
  const waited: number[] = [];
  let attempts = 0;
  const act = (): string => {
    attempts += 1;
    if (attempts <= times) throw Object.assign(new Error(`${code}: not now`), { code });
    return 'renamed';
  };
  const pausesMs = [10, 20, 40];
  const whenHeld = createWhenHeld({
    platform,
    pausesMs,
    pause: (milliseconds) => void waited.push(milliseconds),
  });
  const awaitHeld = createAwaitHeld({
    platform,
    pausesMs,
    pause: async (milliseconds) => waited.push(milliseconds),
  });
  return {
    waited,
    attempts: () => attempts,
    atOnce: () => whenHeld(act),
    inTime: () => awaitHeld(async () => act()),
  };
}

test.each(['EPERM', 'EACCES', 'EBUSY'])(
  'Windows: %s is tried again, after longer and longer pauses',
  async (code) => {
    const [first, second] = [heldFile(2, code), heldFile(3, code)];
    expect(first.atOnce()).toBe('renamed');
    expect(first.waited).toEqual([10, 20]);
    expect(await second.inTime()).toBe('renamed');
    expect(second.waited).toEqual([10, 20, 40]);
  },
);

test('a file that stays held is given up with what the last attempt met', async () => {
  const [first, second] = [heldFile(9), heldFile(9)];
  expect(first.atOnce).toThrow('EPERM: not now');
  await expect(second.inTime()).rejects.toThrow('EPERM: not now');
  expect([first.attempts(), second.attempts()]).toEqual([4, 4]);
});

test.each([
  ['another error', 'ENOENT', 'win32'],
  ['no room', 'ENOSPC', 'win32'],
  ['Linux, where it means what it says', 'EPERM', 'linux'],
  ['macOS', 'EACCES', 'darwin'],
])('%s is not tried again', async (_case, code, platform) => {
  const [first, second] = [heldFile(1, code, platform), heldFile(1, code, platform)];
  expect(first.atOnce).toThrow(code);
  await expect(second.inTime()).rejects.toThrow(code);
  expect([...first.waited, ...second.waited]).toEqual([]);
});

test('what succeeds is done once', async () => {
  const file = heldFile(0);
  expect(file.atOnce()).toBe('renamed');
  expect(file.attempts()).toBe(1);
});
