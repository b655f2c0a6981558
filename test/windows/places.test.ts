import { describe, expect, test } from 'vitest';
import { type KeptWindow, type Monitor, monitorForBoard, whereTo } from '../../src/main/windows/places';

const HD = { width: 1920, height: 1080 };
const monitor = (id: number, label: string, x: number, size = HD): Monitor => ({
  id,
  label,
  bounds: { x, y: 0, ...size },
  workArea: { x, y: 0, width: size.width, height: size.height - 40 },
});
const desk = monitor(1, 'HP E24', 0);
const wall = monitor(2, 'Samsung TV', 1920);

const on = (screen: KeptWindow['screen'], { id, label, bounds }: Monitor): KeptWindow => ({
  screen,
  doctorId: null,
  place: null,
  monitor: { id, label, bounds },
  isMaximized: false,
});
const placed = (screen: KeptWindow['screen'], where: Monitor, dx = 100, dy = 50): KeptWindow => ({
  ...on(screen, where),
  place: { x: where.bounds.x + dx, y: where.bounds.y + dy, width: 1366, height: 768 },
});

interface Case {
  readonly monitors: readonly Monitor[];
  readonly others?: readonly KeptWindow[];
  readonly afterCrash?: boolean;
  readonly hasReception?: boolean;
}
const where = (window: KeptWindow, { monitors, others = [placed('desk', desk)], ...how }: Case) =>
  whereTo(window, {
    monitors,
    primaryId: monitors[0]?.id ?? 0,
    kept: [...others, window],
    hasReception: true,
    afterCrash: false,
    ...how,
  });
const covering = ({ bounds }: Monitor) => ({ kind: 'at', bounds, coversMonitor: true });
const waits = (why: 'gone' | 'reception') => ({ kind: 'waits', why });

describe.each(['kiosk', 'board'] as const)('%s', (screen) => {
  test('goes back over the monitor it was on', () => {
    expect(where(on(screen, wall), { monitors: [desk, wall] })).toEqual(covering(wall));
  });

  test('follows its monitor to where it stands now', () => {
    const moved = monitor(2, 'Samsung TV', -1920);
    expect(where(on(screen, wall), { monitors: [desk, moved] })).toEqual(covering(moved));
  });

  test('waits while its monitor is gone, also after a crash', () => {
    expect(where(on(screen, wall), { monitors: [desk] })).toEqual(waits('gone'));
    expect(where(on(screen, wall), { monitors: [desk], afterCrash: true })).toEqual(waits('gone'));
  });

  test('does not go by itself where reception works; after a crash it stands where a person had put it', () => {
    expect(where(on(screen, desk), { monitors: [desk, wall] })).toEqual(waits('reception'));
    expect(where(on(screen, desk), { monitors: [desk], afterCrash: true })).toEqual(covering(desk));
  });

  test('reception is where the desk was, not the system’s first monitor', () => {
    const others = [placed('home', wall), placed('desk', wall)];
    expect(where(on(screen, desk), { monitors: [desk, wall], others })).toEqual(covering(desk));
    expect(where(on(screen, wall), { monitors: [desk, wall], others })).toEqual(waits('reception'));
  });

  test('reception is the first monitor where nothing tells, or its own is gone', () => {
    expect(where(on(screen, desk), { monitors: [desk, wall], others: [] })).toEqual(waits('reception'));
    const others = [placed('desk', monitor(9, 'Old one', 3840))];
    expect(where(on(screen, wall), { monitors: [desk, wall], others })).toEqual(covering(wall));
  });

  test('known by name when the system counts anew; not if another bears the number', () => {
    const renumbered = monitor(7, 'Samsung TV', 1920);
    expect(where(on(screen, wall), { monitors: [desk, renumbered] })).toEqual(covering(renumbered));
    const stranger = monitor(2, 'BenQ', 3840);
    expect(where(on(screen, wall), { monitors: [desk, stranger] })).toEqual(waits('gone'));
  });

  test('known by size and place where the system tells no names', () => {
    const nameless = { ...wall, label: '' };
    const renumbered = monitor(7, '', 1920);
    expect(where(on(screen, nameless), { monitors: [desk, renumbered] })).toEqual(covering(renumbered));
    const smaller = monitor(7, '', 1920, { width: 1024, height: 768 });
    expect(where(on(screen, nameless), { monitors: [desk, smaller] })).toEqual(waits('gone'));
  });

  test('of two of one make, reception’s is never taken for the other that is gone', () => {
    const [mine, theirs] = [monitor(1, 'HP E24', 0), monitor(2, 'HP E24', 1920)];
    const others = [placed('desk', mine)];
    expect(where(on(screen, theirs), { monitors: [mine], others })).toEqual(waits('gone'));
    // The one that is left takes the place of the other on the large screen.
    const alone = monitor(1, 'HP E24', 1920);
    expect(where(on(screen, theirs), { monitors: [alone], others })).toEqual(waits('gone'));
  });

  test('in an ordinary window the same holds', () => {
    const there = placed(screen, wall);
    expect(where(there, { monitors: [desk, wall] })).toMatchObject({ kind: 'at', bounds: there.place });
    expect(where(there, { monitors: [desk] })).toEqual(waits('gone'));
  });

  test('on a computer for it alone it takes the monitor there is', () => {
    const alone = { others: [], hasReception: false };
    expect(where(on(screen, desk), { monitors: [desk], ...alone })).toEqual(covering(desk));
    expect(where(on(screen, wall), { monitors: [desk, wall], ...alone })).toEqual(covering(wall));
    expect(where(on(screen, wall), { monitors: [desk], ...alone })).toEqual({ kind: 'anywhere' });
  });

  test('of an earlier version’s file nobody knows where: after a crash it opens, else it waits', () => {
    const old = { ...on(screen, wall), monitor: null };
    expect(where(old, { monitors: [desk, wall], afterCrash: true })).toEqual({ kind: 'anywhere' });
    expect(where(old, { monitors: [desk, wall] })).toEqual(waits('gone'));
  });
});

describe('windows of staff', () => {
  test('go back to their place on their monitor', () => {
    const there = placed('doctor', wall);
    expect(where(there, { monitors: [desk, wall] })).toMatchObject({ kind: 'at', bounds: there.place });
  });

  test('open anywhere while their monitor is gone', () => {
    expect(where(placed('doctor', wall), { monitors: [desk] })).toEqual({ kind: 'anywhere' });
  });

  test('keep their place on a monitor that stands elsewhere now, and are seen whole on a smaller one', () => {
    const moved = monitor(2, 'Samsung TV', -1280, { width: 1280, height: 720 });
    expect(where(placed('doctor', wall, 600, 300), { monitors: [desk, moved] })).toEqual({
      kind: 'at',
      bounds: { x: -1280, y: 0, width: 1280, height: 680 },
      coversMonitor: false,
    });
  });

  test('of an earlier version’s file: where they were, if anybody can see it', () => {
    const old = { ...placed('doctor', wall), monitor: null };
    expect(where(old, { monitors: [desk, wall] })).toMatchObject({ bounds: old.place });
    expect(where(old, { monitors: [desk] })).toEqual({ kind: 'anywhere' });
  });
});

test('a board that somebody opens goes on the monitor that is not reception’s, if there is one', () => {
  expect(monitorForBoard([desk, wall], desk.id)).toBe(wall);
  expect(monitorForBoard([desk, wall], wall.id)).toBe(desk);
  expect(monitorForBoard([desk], desk.id)).toBeUndefined();
});
