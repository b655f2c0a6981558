import { describe, expect, it } from 'vitest';
import {
  LEGIBLE,
  planBoard,
  READABLE,
  roomOf,
  type Size,
  type Subject,
} from '../../src/renderer/src/screens/board/plan';
import { fc } from '../helpers/fast-check';

const across: Size = { width: (60 * 16) / 9, height: 60 };
const upright: Size = { width: 60, height: (60 * 16) / 9 };

/** `A-000` in room 1, `B-000` in room 2 … */
function clinic(count: number, room = (index: number) => String(index + 1)): Subject[] {
  return Array.from({ length: count }, (_, index) => ({
    number: `${String.fromCharCode(65 + (index % 26))}-000`,
    room: room(index),
  }));
}

describe.each([
  ['across', across],
  ['upright', upright],
] as const)('%s', (_name, size) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    '%i doctors stand on one page, readable from 8 m',
    (count) => {
      const plan = planBoard(clinic(count), size);
      expect(plan.pages).toBe(1);
      expect(plan.columns * plan.rows).toBeGreaterThanOrEqual(count);
      expect(plan.tile.number).toBeGreaterThanOrEqual(READABLE);
    },
  );

  it('fewer doctors have larger numbers', () => {
    const sizes = [1, 2, 4, 8, 12].map((count) => planBoard(clinic(count), size).tile.number);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('twelve doctors with rooms of three figures still stand on one page, readable from 7 m', () => {
    const plan = planBoard(
      clinic(12, (index) => String(101 + index)),
      size,
    );
    expect(plan.pages).toBe(1);
    expect(plan.tile.number).toBeGreaterThanOrEqual(LEGIBLE);
  });

  it('more than twelve are spread over as few pages as hold them, evenly', () => {
    expect(planBoard(clinic(13), size)).toMatchObject({ pages: 2, perPage: 7 });
    expect(planBoard(clinic(24), size)).toMatchObject({ pages: 2, perPage: 12 });
    expect(planBoard(clinic(25), size)).toMatchObject({ pages: 3, perPage: 9 });
  });

  it('long prefixes turn a page rather than shrink', () => {
    const subjects = clinic(12).map(({ room }) => ({ number: 'WMW-000', room }));
    const plan = planBoard(subjects, size);
    expect(plan.pages).toBeGreaterThan(1);
    expect(plan.tile.number).toBeGreaterThanOrEqual(LEGIBLE);
  });

  it('a silence takes room, and moves nobody to another page', () => {
    for (const count of [1, 4, 9, 15]) {
      const subjects = clinic(count);
      const { columns, rows, perPage, pages } = planBoard(subjects, size);
      expect(planBoard(subjects, size, { silent: true })).toMatchObject({ columns, rows, perPage, pages });
    }
  });

  it('whoever there is, everybody has a place, and nothing is wider than the screen', () => {
    const subject = fc.record({
      number: fc.stringMatching(/^[A-Z]{1,3}-\d{3,4}$/),
      room: fc.string({ maxLength: 20 }),
    });
    fc.assert(
      fc.property(fc.array(subject, { maxLength: 40 }), fc.boolean(), (subjects, silent) => {
        const { columns, rows, perPage, pages, tile } = planBoard(subjects, size, { silent });
        expect(perPage * pages).toBeGreaterThanOrEqual(subjects.length);
        expect(columns * rows).toBeGreaterThanOrEqual(perPage);
        expect(tile.width * columns).toBeLessThanOrEqual(size.width);
        expect(tile.height * rows).toBeLessThanOrEqual(size.height);
        expect(tile.number).toBeGreaterThan(0);
      }),
    );
  });
});

it('no doctor at all still has a plan', () => {
  expect(planBoard([], across)).toMatchObject({ pages: 1, perPage: 1 });
});

describe('a room', () => {
  const { tile } = planBoard(clinic(4), across);
  it('of a few figures is as large as the number', () => {
    expect(roomOf('4', tile)).toEqual({ size: tile.number, lines: false });
  });
  it('with a long name is set smaller, or in two lines where that is larger', () => {
    expect(roomOf('OPD12', tile).lines).toBe(false);
    expect(roomOf('OPD12', tile).size).toBeLessThan(tile.number);
    expect(roomOf('Ground floor', tile).lines).toBe(true);
  });
});
