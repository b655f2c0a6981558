import { describe, expect, it } from 'vitest';
import { isBlank, readRow, rowAfter } from '../../src/renderer/src/screens/desk/paper/rows';
import type { PaperDraftRow } from '../../src/renderer/src/stores/paperDraft';

const typed: PaperDraftRow = {
  key: 'one',
  number: 'A-P07',
  time: '9:40',
  name: ' Asha  Verma ',
  phone: '98765 43210',
  became: 'waits',
  source: 'walk_in',
};

describe('R25: a row of the list', () => {
  it.each([
    ['7', '940', 7, 580],
    ['P07', '0940', 7, 580],
    ['a-p12', '14.05', 12, 845],
    ['०७', '९:४०', 7, 580],
  ])('%s at %s', (number, time, sequence, minute) => {
    expect(readRow({ ...typed, number, time }, 0)).toMatchObject({
      row: { sequence, at: minute * 60_000, patientName: 'Asha Verma', became: 'waits' },
    });
  });

  it.each([
    [{ number: '' }, 'number'],
    [{ number: 'P' }, 'number'],
    [{ number: '0' }, 'number'],
    [{ time: '' }, 'time'],
    [{ time: '24:00' }, 'time'],
    [{ time: '9:60' }, 'time'],
    [{ time: '940000' }, 'time'],
    [{ name: ' ' }, 'name'],
    [{ phone: 'twelve' }, 'phone'],
  ] as const)('%j: what is wrong is the %s', (over, problem) => {
    expect(readRow({ ...typed, ...over }, 0)).toEqual({ problem });
  });

  it('the next one counts up as it was written, with nobody in it yet', () => {
    const next = rowAfter({ ...typed, became: 'served' });
    expect(next).toMatchObject({ number: 'A-P08', time: '9:40', became: 'served', name: '', phone: '' });
    expect(isBlank(next)).toBe(true);
    expect(rowAfter({ ...typed, number: '99' }).number).toBe('100');
    expect(rowAfter({ ...typed, number: '' }).number).toBe('');
  });
});
