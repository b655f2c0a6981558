import { z } from 'zod';
import { type WaitingScreen, waitingRoomScreens } from '../../shared/model/computer';
import { doctorIdSchema } from '../../shared/model/ids';
import { screenSchema } from '../../shared/model/screen';

/*
 * Which window goes on which monitor: from what is remembered and the monitors there are. All in the pixels of the one
 * large screen that the monitors make together.
 */

export const areaSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
});
export type Area = z.infer<typeof areaSchema>;

const knownMonitorSchema = z.object({ id: z.number(), label: z.string(), bounds: areaSchema });
/** What is remembered of a monitor. */
export type KnownMonitor = z.infer<typeof knownMonitorSchema>;

export interface Monitor extends KnownMonitor {
  /** Without the task bar. */
  readonly workArea: Area;
}

export const keptWindowSchema = z.object({
  screen: screenSchema,
  doctorId: doctorIdSchema.nullable(),
  /** Null: over the whole monitor. */
  place: areaSchema.nullable(),
  monitor: knownMonitorSchema.nullable().default(null),
  isMaximized: z.boolean().default(false),
});
export type KeptWindow = z.infer<typeof keptWindowSchema>;

/** `bounds`: of the window, or of the monitor that it covers. */
export type Where =
  | { readonly kind: 'at'; readonly bounds: Area; readonly coversMonitor: boolean }
  | { readonly kind: 'anywhere' }
  | { readonly kind: 'waits'; readonly why: WaitingScreen['why'] };

export interface Surroundings {
  readonly monitors: readonly Monitor[];
  /** The system's first one. */
  readonly primaryId: number;
  /** Everything that is remembered: two windows tell two monitors apart. */
  readonly kept: readonly KeptWindow[];
  /** What the computer is for: reception, or the waiting room alone. */
  readonly hasReception: boolean;
  /** Minutes ago a person had put each where it is: the app has only crashed. */
  readonly afterCrash: boolean;
}

/** Whether the screen is for the waiting room, and must not come over what reception works with. */
export function isForWaitingRoom(screen: string): screen is WaitingScreen['screen'] {
  return (waitingRoomScreens as readonly string[]).includes(screen);
}

/** Where a remembered window goes now. A kiosk or board never goes by itself where reception works: it waits. */
export function whereTo(window: KeptWindow, surroundings: Surroundings): Where {
  const { monitors, kept, afterCrash, hasReception } = surroundings;
  const monitor = window.monitor && sameMonitor(window.monitor, monitors, monitorsOf(kept));
  if (isForWaitingRoom(window.screen) && hasReception) {
    if (!monitor)
      return afterCrash && !window.monitor ? { kind: 'anywhere' } : { kind: 'waits', why: 'gone' };
    if (!afterCrash && monitor.id === receptionMonitor(surroundings))
      return { kind: 'waits', why: 'reception' };
  } else if (!window.place && !isForWaitingRoom(window.screen)) return { kind: 'anywhere' };
  if (!window.place)
    return monitor ? { kind: 'at', bounds: monitor.bounds, coversMonitor: true } : { kind: 'anywhere' };
  if (monitor && window.monitor) {
    const bounds = fitted(window.place, window.monitor.bounds, monitor);
    return { kind: 'at', bounds, coversMonitor: false };
  }
  // As an earlier version remembered it; a place that nobody sees is none.
  const seen = window.monitor === null ? monitorUnder(window.place, monitors) : undefined;
  return seen
    ? { kind: 'at', bounds: fitted(window.place, seen.bounds, seen), coversMonitor: false }
    : { kind: 'anywhere' };
}

/** Where a board goes that somebody opens: on the first monitor that is not reception's; undefined: there is none. */
export function monitorForBoard(monitors: readonly Monitor[], receptionId: number): Monitor | undefined {
  return monitors.find(({ id }) => id !== receptionId);
}

/** Where most of it can be seen; undefined: nothing of it can. */
export function monitorUnder(area: Area, monitors: readonly Monitor[]): Monitor | undefined {
  const [best] = monitors
    .map((monitor) => ({ monitor, shared: sharedArea(area, monitor.bounds) }))
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared);
  return best?.monitor;
}

/**
 * The remembered monitor among those there are: by what the system calls it; else the only one of its maker's name; else
 * the one of its size at its place. One that is known to be another is never taken for it.
 */
function sameMonitor(
  wanted: KnownMonitor,
  monitors: readonly Monitor[],
  known: readonly KnownMonitor[],
): Monitor | undefined {
  const own = byId(wanted, monitors);
  if (own) return own;
  const others = known.filter((one) => !isSame(one, wanted)).map((one) => byId(one, monitors)?.id);
  const free = monitors.filter(({ id }) => !others.includes(id));
  const named = free.filter(({ label }) => label !== '' && label === wanted.label);
  if (named.length === 1) return named[0];
  return free.find(
    (one) => mayShareName(one, wanted) && JSON.stringify(areaOf(one)) === JSON.stringify(areaOf(wanted)),
  );
}

function byId(wanted: KnownMonitor, monitors: readonly Monitor[]): Monitor | undefined {
  return monitors.find((one) => one.id === wanted.id && mayShareName(one, wanted));
}

function isSame(one: KnownMonitor, other: KnownMonitor): boolean {
  return one.id === other.id && mayShareName(one, other);
}

/** Some systems tell no names. */
function mayShareName(one: KnownMonitor, other: KnownMonitor): boolean {
  return one.label === '' || other.label === '' || one.label === other.label;
}

function areaOf({ bounds: { x, y, width, height } }: KnownMonitor): readonly number[] {
  return [x, y, width, height];
}

function monitorsOf(kept: readonly KeptWindow[]): readonly KnownMonitor[] {
  return kept.flatMap(({ monitor }) => (monitor ? [monitor] : []));
}

/** The desk's, else the start screen's, else the system's first. */
function receptionMonitor({ monitors, primaryId, kept }: Surroundings): number {
  for (const screen of ['desk', 'home']) {
    const monitor = kept.find((one) => one.screen === screen)?.monitor;
    const there = monitor && sameMonitor(monitor, monitors, monitorsOf(kept));
    if (there) return there.id;
  }
  return primaryId;
}

/** The same place on a monitor that may be smaller now, or stand elsewhere: all of it can be seen. */
function fitted(place: Area, before: Area, { bounds, workArea }: Monitor): Area {
  const width = Math.min(place.width, workArea.width);
  const height = Math.min(place.height, workArea.height);
  const x = place.x - before.x + bounds.x;
  const y = place.y - before.y + bounds.y;
  return {
    x: within(x, workArea.x, workArea.x + workArea.width - width),
    y: within(y, workArea.y, workArea.y + workArea.height - height),
    width,
    height,
  };
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

function sharedArea(one: Area, other: Area): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}
