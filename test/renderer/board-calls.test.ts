import { describe, expect, it } from 'vitest';
import { newCalls } from '../../src/renderer/src/data/boardCalls';
import { type BoardCall, type BoardView, boardViewSchema } from '../../src/shared/model/board';
import { settingsSchema } from '../../src/shared/model/settings';
import { T0 } from './samples';

const SECOND = 1_000;

function called(number: string, secondsAgo: number): BoardCall {
  const at = T0 - secondsAgo * SECOND;
  return {
    key: `${number} ${at}`,
    number,
    name: null,
    room: '1',
    doctorName: 'Dr Rao',
    at,
    recall: false,
  };
}

function viewWith(...calls: BoardCall[]): BoardView {
  const { board, voice } = settingsSchema.parse({});
  return boardViewSchema.parse({
    ...board,
    voice,
    clinicName: 'Lotus Clinic',
    timeZone: 'Asia/Kolkata',
    now: T0,
    serviceDay: '2026-11-22',
    doctors: [],
    shows: 'all',
    calls,
  });
}

const numbers = (calls: readonly BoardCall[]) => calls.map(({ number }) => number);

describe('calls to announce', () => {
  it('are none of those a board finds when it opens or is loaded anew', () => {
    expect(newCalls(viewWith(called('A-002', 1), called('A-001', 5)), null)).toEqual([]);
  });

  it('are those that are new, the oldest first', () => {
    const old = called('A-001', 9);
    const view = viewWith(called('B-001', 1), called('A-002', 3), old);
    expect(numbers(newCalls(view, new Set([old.key])))).toEqual(['A-002', 'B-001']);
  });

  it('are never the same twice', () => {
    const view = viewWith(called('A-001', 1));
    expect(newCalls(view, new Set(view.calls.map(({ key }) => key)))).toEqual([]);
  });

  it('are, after a silence, only the recent ones', () => {
    const view = viewWith(called('A-003', 2), called('A-002', 20), called('A-001', 21));
    expect(numbers(newCalls(view, new Set()))).toEqual(['A-002', 'A-003']);
  });

  it('have a recall among them as a call of its own', () => {
    const first = called('A-001', 10);
    const again = { ...called('A-001', 1), recall: true };
    expect(newCalls(viewWith(again), new Set([first.key]))).toEqual([again]);
  });
});
