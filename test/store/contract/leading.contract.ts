import { describe, expect, test } from 'vitest';
import type { Open } from './kit';

/** Work that writes down when it runs. */
function work() {
  const log: string[] = [];
  const begin = async () => {
    log.push('begun');
    return async () => void log.push('ended');
  };
  return { log, begin };
}

export function leadingContract(open: Open): void {
  describe('lead', () => {
    test('begins the clock’s work, and ends it once, when told to', async () => {
      const { store } = open();
      const { log, begin } = work();
      const stop = await store.lead(begin);
      expect(log).toEqual(['begun']);
      await Promise.all([stop(), stop()]);
      await stop();
      expect(log).toEqual(['begun', 'ended']);
    });

    test('has it run once: it is no second time begun before it ended', async () => {
      const { store } = open();
      const { log, begin } = work();
      const stop = await store.lead(begin);
      await expect(store.lead(begin)).rejects.toThrow('runs already');
      await stop();
      await (await store.lead(begin))();
      expect(log).toEqual(['begun', 'ended', 'begun', 'ended']);
    });

    test('ends it before the data are closed', async () => {
      const { store } = open();
      const { log, begin } = work();
      await store.lead(begin);
      await store.close();
      expect(log).toEqual(['begun', 'ended']);
    });

    test('closes the data also where it does not end as it should, and says so', async () => {
      const { store } = open();
      await store.lead(async () => () => Promise.reject(new Error('still busy')));
      await expect(store.close()).rejects.toThrow('still busy');
      await expect(store.doctors()).rejects.toThrow();
    });

    test('says so where it cannot begin, and lets it be tried again', async () => {
      const { store } = open();
      const { log, begin } = work();
      await expect(store.lead(() => Promise.reject(new Error('no printer')))).rejects.toThrow('no printer');
      await (await store.lead(begin))();
      expect(log).toEqual(['begun', 'ended']);
    });
  });
}
