import { describe, expect, test } from 'vitest';
import { lossLines, servedLines, words } from '../../src/main/windows/served-words';
import { staffLanguages } from '../../src/shared/model/language';
import { goesOn } from '../../src/shared/model/served';

const nobody = { letsIn: false, devices: 0, board: false, kiosk: false };

describe('what goes on without a window', () => {
  test.each([
    [nobody, false],
    [{ ...nobody, letsIn: true }, true],
    [{ ...nobody, devices: 1 }, true],
    [{ ...nobody, board: true }, true],
    [{ ...nobody, kiosk: true }, true],
  ])('%o: %s', (served, expected) => expect(goesOn(served)).toBe(expected));

  test('each thing is a line; one and many are said as people say them', () => {
    const all = { letsIn: true, devices: 1, board: true, kiosk: true };
    expect(servedLines('en', all)).toEqual([
      '1 device is connected',
      'The waiting room board is open',
      'The patient kiosk is open',
    ]);
    expect(servedLines('en', { ...all, devices: 3 })[0]).toBe('3 devices are connected');
    expect(servedLines('en', { ...nobody, letsIn: true })).toEqual([
      'Other devices are let in; none is connected',
    ]);
    for (const language of staffLanguages) expect(servedLines(language, nobody)).toHaveLength(1);
  });
});

describe('what an end cuts off', () => {
  test('nobody: no question, also where somebody could come', () => {
    expect(lossLines('en', { ...nobody, letsIn: true }, 0)).toEqual([]);
  });

  test('devices, board, kiosk and slips, each in a line, in both languages', () => {
    const all = { letsIn: true, devices: 2, board: true, kiosk: true };
    for (const language of staffLanguages) {
      const lines = lossLines(language, all, 3);
      expect(lines).toHaveLength(4);
      expect(lines[0]).toContain('2');
      expect(lines[3]).toContain('3');
    }
    expect(lossLines('en', nobody, 1)).toEqual([
      '1 slip is not printed yet. It is printed when the app runs again, if that is today.',
    ]);
  });

  test('Hindi is Hindi', () => {
    for (const text of Object.values(words.hi)) {
      expect(typeof text === 'function' ? text(2) : text).toMatch(/[\u0900-\u097f]/);
    }
  });
});
