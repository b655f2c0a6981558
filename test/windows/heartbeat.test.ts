import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepAsking } from '../../src/main/windows/heartbeat';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const MINUTE_MS = 60_000;
const never = (): Promise<never> => new Promise(() => undefined);

function watched(ask: () => Promise<unknown>, isExcused = (): boolean => false) {
  const hangs = vi.fn();
  const stop = keepAsking({ ask, isExcused, hangs });
  return { hangs, stop };
}

describe('whether a page is there, asked again and again', () => {
  test('one that answers is left alone, also where the answer is an error', async () => {
    const { hangs } = watched(vi.fn(async () => 0));
    const refusing = watched(async () => Promise.reject(new Error('the page went on')));
    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS);
    expect(hangs).not.toHaveBeenCalled();
    expect(refusing.hangs).not.toHaveBeenCalled();
  });

  test('one that does not answer hangs, and is asked again once it was begun anew', async () => {
    let isAlive = false;
    const { hangs } = watched(() => (isAlive ? Promise.resolve() : never()));
    await vi.advanceTimersByTimeAsync(MINUTE_MS / 2);
    expect(hangs).toHaveBeenCalledTimes(1);
    isAlive = true;
    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS);
    expect(hangs).toHaveBeenCalledTimes(1);
    isAlive = false;
    await vi.advanceTimersByTimeAsync(MINUTE_MS / 2);
    expect(hangs).toHaveBeenCalledTimes(2);
  });

  test('one answer, however late, and all that it did not answer before counts no more', async () => {
    const late: (() => void)[] = [];
    const { hangs } = watched(() => new Promise<void>((answer) => late.push(answer)));
    for (let time = 0; time < 20; time += 1) {
      await vi.advanceTimersByTimeAsync(20_000);
      late.pop()?.();
    }
    expect(hangs).not.toHaveBeenCalled();
  });

  test('one that is excused is not asked, and begins at nothing', async () => {
    let isExcused = false;
    const ask = vi.fn(never);
    const { hangs, stop } = watched(ask, () => isExcused);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(ask).toHaveBeenCalledTimes(4);
    isExcused = true;
    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS);
    expect(ask).toHaveBeenCalledTimes(4);
    isExcused = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(hangs).not.toHaveBeenCalled();
    stop();
    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS);
    expect(hangs).not.toHaveBeenCalled();
  });
});
