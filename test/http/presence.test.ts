import { expect, test } from 'vitest';
import { createPresence } from '../../src/main/http/presence';

test('a device is there as long as it listens, or asked within the last two minutes', () => {
  let now = 0;
  const presence = createPresence(() => now);
  expect(presence.count([])).toBe(0);
  presence.asked('site');
  // A board with two windows is one device.
  expect(presence.count(['board', 'board'])).toBe(2);
  presence.asked('board');
  expect(presence.count(['board'])).toBe(2);
  now = 119_000;
  expect(presence.count([])).toBe(2);
  presence.asked('site');
  now = 121_000;
  expect(presence.count([])).toBe(1);
  presence.gone('site');
  expect(presence.count([])).toBe(0);
  expect(presence.count(['board'])).toBe(1);
});
