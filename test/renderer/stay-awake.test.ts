import { expect, test, vi } from 'vitest';
import { keepAwake } from '../../src/renderer/src/api/keep-awake';

/** A page that can be hidden and shown, and a browser that takes its lock away with it. */
function openPage(visibilityState: DocumentVisibilityState = 'visible') {
  const page = Object.assign(new EventTarget(), { visibilityState });
  const held = new Set<object>();
  const request = vi.fn(async () => {
    const lock = {
      release: async () => {
        held.delete(lock);
      },
    };
    held.add(lock);
    return lock;
  });
  const turn = (to: DocumentVisibilityState): void => {
    page.visibilityState = to;
    if (to === 'hidden') held.clear();
    page.dispatchEvent(new Event('visibilitychange'));
  };
  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
  };
  return { page: page as unknown as Document, held, request, turn, settle };
}

test('a page in view keeps the display on, and asks again whenever it comes back into view', async () => {
  const { page, held, request, turn, settle } = openPage();
  const letGo = keepAwake(page, { request });
  await settle();
  expect(held.size).toBe(1);
  turn('hidden');
  await settle();
  expect([held.size, request.mock.calls.length]).toEqual([0, 1]);
  turn('visible');
  await settle();
  expect([held.size, request.mock.calls.length]).toEqual([1, 2]);
  letGo();
  await settle();
  turn('visible');
  await settle();
  expect([held.size, request.mock.calls.length]).toEqual([0, 2]);
});

test('a page that opens out of view asks once it is seen; a lock that comes too late is let go', async () => {
  const { page, held, request, turn, settle } = openPage('hidden');
  const letGo = keepAwake(page, { request });
  await settle();
  expect(request).not.toHaveBeenCalled();
  turn('visible');
  letGo();
  await settle();
  expect(held.size).toBe(0);
});

test('where the browser gives none, the page goes on', async () => {
  const { page, settle } = openPage();
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  keepAwake(page, { request: () => Promise.reject(new Error('not over http')) });
  await settle();
  expect(warned).toHaveBeenCalledOnce();
  warned.mockRestore();
});
