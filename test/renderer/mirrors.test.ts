import { describe, expect, it } from 'vitest';
import { isFresh, isNews } from '../../src/renderer/src/stores/accept';
import { createRefresher } from '../../src/renderer/src/stores/refresher';

const day = (revision: number, serviceDay = '2026-11-22') => ({ serviceDay, revision });

describe('a mirror takes over what is newer', () => {
  it('takes the same revision again, since waits move with the clock', () => {
    expect(isFresh(day(4), day(4), 0, 0)).toBe(true);
  });
  it('ignores an older revision of the same day', () => {
    expect(isFresh(day(4), day(3), 0, 0)).toBe(false);
  });
  it('ignores any answer asked for before everything changed', () => {
    expect(isFresh(day(4), day(9), 0, 1)).toBe(false);
  });
  it('takes another day, whatever its revision', () => {
    expect(isFresh(day(4), day(0, '2026-11-23'), 0, 0)).toBe(true);
  });
});

describe('an event is news', () => {
  it('when it is the next revision, or leaves a gap', () => {
    expect([isNews(day(4), day(5)), isNews(day(4), day(9)), isNews(undefined, day(1))]).toEqual([
      true,
      true,
      true,
    ]);
  });
  it('not when the mirror shows it already, nor of a day gone by', () => {
    expect(isNews(day(4), day(4))).toBe(false);
    expect(isNews(day(4), day(9, '2026-11-21'))).toBe(false);
  });
});

describe('a refresher', () => {
  it('fetches once more when asked during a fetch, and never twice at a time', async () => {
    let open: (worked: boolean) => void = () => undefined;
    let started = 0;
    const refresher = createRefresher(() => {
      started += 1;
      return new Promise((resolve) => {
        open = resolve;
      });
    });
    refresher.refresh();
    refresher.refresh();
    refresher.refresh();
    expect(started).toBe(1);
    open(true);
    await Promise.resolve();
    expect(started).toBe(2);
    refresher.stop();
    open(true);
  });
});
