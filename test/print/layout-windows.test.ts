import { expect, test } from 'vitest';
import { createLayoutWindows, type LayoutWindows } from '../../src/main/print/layout-windows';

class FakeWindow {
  isDestroyed = false;
}

interface Desk {
  readonly windows: LayoutWindows<FakeWindow>;
  /** All that were ever opened. */
  readonly opened: FakeWindow[];
  open(): number;
  /** The time that a spare window waits is over. */
  passTime(): void;
}

function windowsOf(most: number): Desk {
  const opened: FakeWindow[] = [];
  let due = (): void => undefined;
  const windows = createLayoutWindows<FakeWindow>({
    open() {
      const window = new FakeWindow();
      opened.push(window);
      return window;
    },
    close(window) {
      window.isDestroyed = true;
    },
    isGone: (window) => window.isDestroyed,
    most,
    timers: {
      after(_milliseconds, run) {
        due = run;
        return () => {
          due = () => undefined;
        };
      },
    },
  });
  return {
    windows,
    opened,
    open: () => opened.filter(({ isDestroyed }) => !isDestroyed).length,
    passTime: () => due(),
  };
}

/** A printer that takes a slip when the test says so. */
function printer() {
  let answer = (): void => undefined;
  const taken = new Promise<void>((resolve) => {
    answer = resolve;
  });
  return { print: () => taken, answer };
}

test('slips one after the other are laid out in the same window, which is kept', async () => {
  const { windows, opened, open, passTime } = windowsOf(4);
  for (let slip = 0; slip < 3; slip += 1) await windows.lend(async () => undefined);
  passTime();
  expect(opened).toHaveLength(1);
  expect(open()).toBe(1);
});

test('a printer that never answers holds its own window, and no other printer’s slip waits for it', async () => {
  const { windows, opened } = windowsOf(4);
  const stuck = printer();
  const first = windows.lend(stuck.print);
  expect(await windows.lend(async () => 'printed')).toBe('printed');
  expect(await windows.lend(async () => 'printed')).toBe('printed');
  expect(opened).toHaveLength(2);
  stuck.answer();
  await first;
});

test('of five printers that stand still four have a window; the fifth gets the first that comes back', async () => {
  const { windows, opened, open, passTime } = windowsOf(4);
  const printers = Array.from({ length: 5 }, printer);
  const done: number[] = [];
  const slips = printers.map(({ print }, index) => windows.lend(print).then(() => done.push(index)));
  await Promise.resolve();
  expect(opened).toHaveLength(4);
  printers[4]?.answer();
  printers[2]?.answer();
  await expect.poll(() => done).toEqual([2, 4]);
  expect(opened).toHaveLength(4);
  for (const { answer } of printers) answer();
  await Promise.all(slips);
  expect(open()).toBe(4);
  passTime();
  expect(open()).toBe(1);
});

test('a slip that fails takes its window with it; the next one has another', async () => {
  const { windows, opened, open } = windowsOf(1);
  const failed = windows.lend(() => Promise.reject(new Error('the page hangs')));
  const next = windows.lend(async () => 'printed');
  await expect(failed).rejects.toThrow('the page hangs');
  expect(await next).toBe('printed');
  expect(opened.map(({ isDestroyed }) => isDestroyed)).toEqual([true, false]);
  expect(open()).toBe(1);
});

test('a window that somebody closed is not used; one that cannot be opened fails its slip alone', async () => {
  const { windows, opened } = windowsOf(1);
  await windows.lend(async () => undefined);
  for (const window of opened) window.isDestroyed = true;
  expect(await windows.lend(async ({ isDestroyed }) => isDestroyed)).toBe(false);

  let isBroken = true;
  const frail = createLayoutWindows<FakeWindow>({
    open() {
      if (isBroken) throw new Error('no memory');
      return new FakeWindow();
    },
    close: () => undefined,
    isGone: () => false,
    most: 1,
    timers: { after: () => () => undefined },
  });
  await expect(frail.lend(async () => undefined)).rejects.toThrow('no memory');
  isBroken = false;
  expect(await frail.lend(async () => 'printed')).toBe('printed');
});

test('an app that ends keeps none: those that are free go now, those with a slip in them when it is through', async () => {
  const { windows, open } = windowsOf(4);
  const stuck = printer();
  const slip = windows.lend(stuck.print);
  await windows.lend(async () => undefined);
  expect(open()).toBe(2);
  windows.release();
  expect(open()).toBe(1);
  stuck.answer();
  await slip;
  expect(open()).toBe(0);
});
