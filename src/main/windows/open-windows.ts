import { readFileSync } from 'node:fs';
import { app, BrowserWindow, screen as system } from 'electron';
import { z } from 'zod';
import type { StationKind, WaitingScreen } from '../../shared/model/computer';
import { screenSchema } from '../../shared/model/screen';
import { endForGood } from './lock';
import { monitorOfWindow, monitorsNow, primaryMonitor } from './monitors';
import { closeScreen, followWindows, openScreen, shownWindows } from './open';
import {
  isForWaitingRoom,
  type KeptWindow,
  type KnownMonitor,
  keptWindowSchema,
  monitorUnder,
  type Where,
  whereTo,
} from './places';
import type { WindowFacts } from './registry';

interface Parts {
  readonly file: string;
  /** Whole or not at all, and on the disk: the next thing that happens may be a crash or a power cut. */
  readonly write: (file: string, text: string) => void;
  readonly windowed: boolean;
  readonly station: StationKind;
  /** What is open now is the clinic's, and not on its way from one set of data to another. */
  readonly isClinics: () => boolean;
  /** A window waits for its monitor, or does so no more. */
  readonly changed: () => void;
}

export interface OpenWindows {
  /** Puts the start screen where it was, before anybody sees it. */
  placeHome(): void;
  /**
   * Opens what was open when the app ended, where it stood; on a computer for one screen that screen alone. Whatever the
   * file has, nothing is thrown.
   * @param comesBack somebody wants it also where the app did not crash; @param mayLock there is a PIN by which a kiosk or a board can be left again
   */
  reopen(how: { readonly afterCrash: boolean; readonly comesBack: boolean; readonly mayLock: boolean }): void;
  /** From now on what is open is remembered. */
  keep(): void;
  /** What waits opens, if its monitor is there: after a practice day. */
  come(): void;
  waiting(): readonly WaitingScreen[];
}

/** While somebody drags a window about, nothing is written. */
const UNTIL_SETTLED_MS = 400;
const keptSchema = z.array(keptWindowSchema);

/** Remembers which screens are open, and where: after a crash they come back, and in the morning. */
export function createOpenWindows(parts: Parts): OpenWindows {
  const { file, write, windowed, station, isClinics, changed } = parts;
  const hasReception = station !== 'kiosk' && station !== 'board';
  let keeping = false;
  let quitting = false;
  let waiting: readonly { readonly window: KeptWindow; readonly why: WaitingScreen['why'] }[] = [];
  /** Of windows for the waiting room: where they were put. The system moves them when their monitor goes. */
  const put = new WeakMap<BrowserWindow, KeptWindow>();
  /** What opens by itself, until it shows: where it is meant to be. Its monitor may be gone again by then. */
  const meant = new Map<string, KeptWindow>();

  function openNow(): readonly KeptWindow[] {
    return shownWindows().flatMap(([contents, facts]) => {
      const window = BrowserWindow.fromWebContents(contents);
      const now = window ? (put.get(window) ?? keptOf(window, facts)) : undefined;
      return now ? [now] : [];
    });
  }

  function remember(): void {
    if (!keeping || quitting || !isClinics()) return;
    const open = openNow();
    // Whoever closes the last window ends the app: it begins with that one.
    if (open.length === 0) return;
    try {
      write(file, JSON.stringify([...open, ...waiting.map(({ window }) => window)]));
    } catch {
      // A disk that is full keeps nobody from working: the windows are opened by hand then.
    }
  }

  function follow(window: BrowserWindow): void {
    const facts = () => shownWindows().find(([contents]) => contents === window.webContents)?.[1];
    window.on('show', () => {
      const shown = facts();
      const isNew = shown && isForWaitingRoom(shown.screen) && !put.has(window);
      const kept = isNew && (meant.get(shown.screen) ?? keptOf(window, shown));
      if (kept) {
        put.set(window, kept);
        meant.delete(kept.screen);
        // Whoever opened it: nothing to wait for any more.
        if (isClinics()) wait(waiting.filter((one) => one.window.screen !== kept.screen));
        keepOnMonitors();
      }
      remember();
    });
    let settling: NodeJS.Timeout | undefined;
    for (const change of ['move', 'resize', 'maximize', 'unmaximize'] as const) {
      window.on(change as 'move', () => {
        const shown = facts();
        const before = put.get(window);
        const isThere = monitorsNow().some(({ id }) => id === before?.monitor?.id);
        const kept = shown && windowed && before && isThere && keptOf(window, shown);
        if (kept) put.set(window, kept);
        clearTimeout(settling);
        settling = setTimeout(remember, UNTIL_SETTLED_MS);
      });
    }
    window.on('closed', remember);
    // The computer is being turned off.
    window.on('session-end', end);
  }

  /** Windows close one after the other now: what was open is what was open before. */
  function end(): void {
    remember();
    quitting = true;
  }

  function wait(windows: typeof waiting): void {
    const isSame = windows.length === waiting.length;
    waiting = windows;
    if (!isSame) changed();
  }

  function whereNow(window: KeptWindow, kept: readonly KeptWindow[], afterCrash: boolean): Where {
    const primaryId = primaryMonitor().id;
    return whereTo(window, { monitors: monitorsNow(), primaryId, kept, hasReception, afterCrash });
  }

  function open(kept: KeptWindow, where: Where): void {
    const { screen, doctorId } = kept;
    if (where.kind === 'waits' || !isForWaitingRoom(screen)) return;
    const monitor = where.kind === 'at' ? monitorUnder(where.bounds, monitorsNow()) : undefined;
    if (monitor) meant.set(screen, { ...kept, monitor: knownMonitor(monitor) });
    openScreen(screen, doctorId, { windowed, ...(where.kind === 'at' ? { at: where.bounds } : {}) });
  }

  /** A monitor has come: what waits for it opens there. */
  function come(): void {
    if (!keeping || !isClinics()) return;
    const all = [...openNow(), ...waiting.map(({ window }) => window)];
    const stay = waiting.flatMap(({ window }) => {
      const where = whereNow(window, all, false);
      if (where.kind === 'waits') return [{ window, why: where.why }];
      open(window, where);
      return [];
    });
    waiting = stay;
    changed();
    keepOnMonitors();
    remember();
  }

  /**
   * The monitors may be others now. What was over one that has gone must not come over reception's; and what a flickering
   * cable has had the system move, though its monitor is there, goes back to it.
   */
  function keepOnMonitors(): void {
    if (!hasReception || monitorsNow().length === 0) return;
    const ours = shownWindows().flatMap(([contents]) => {
      const window = BrowserWindow.fromWebContents(contents);
      const kept = window && put.get(window);
      return kept ? [{ window, kept, monitor: monitorsNow().find(({ id }) => id === kept.monitor?.id) }] : [];
    });
    for (const { window, monitor } of ours) {
      if (!windowed && monitor && monitorOfWindow(window).id !== monitor.id) window.setBounds(monitor.bounds);
    }
    const without = ours.flatMap(({ kept, monitor }) => (monitor ? [] : [kept]));
    if (without.length === 0) return;
    if (isClinics()) wait([...waiting, ...without.map((window) => ({ window, why: 'gone' as const }))]);
    for (const { screen } of without) closeScreen(screen, endForGood);
    remember();
  }

  return {
    placeHome() {
      const kept = read(file);
      const home = kept.find(({ screen }) => screen === 'home');
      if (home) place(home, whereNow(home, kept, false));
    },
    reopen({ afterCrash, comesBack, mayLock }) {
      const kept = read(file);
      if (station !== 'reception') return openStation(station, kept, mayLock);
      if (!afterCrash && !comesBack) return;
      const opened = new Set<string>();
      const waits: (typeof waiting)[number][] = [];
      for (const window of kept) {
        const where = whereNow(window, kept, afterCrash);
        if (!isForWaitingRoom(window.screen)) reopenForStaff(window, where, opened);
        else if (mayLock && where.kind === 'waits') waits.push({ window, why: where.why });
        else if (mayLock) open(window, where);
      }
      wait(waits);
    },
    keep() {
      if (!keeping) {
        keeping = true;
        followWindows(follow);
        app.on('before-quit', end);
        system.on('display-added', come);
        system.on('display-removed', () => {
          changed();
          keepOnMonitors();
        });
        system.on('display-metrics-changed', keepOnMonitors);
      }
      remember();
    },
    come,
    waiting: () =>
      (isClinics() ? waiting : []).flatMap(({ window: { screen, monitor }, why }) =>
        isForWaitingRoom(screen) ? [{ screen, monitor: monitor?.label || null, why }] : [],
      ),
  };

  function keptOf(window: BrowserWindow, { screen, doctorId }: WindowFacts): KeptWindow | undefined {
    const known = screenSchema.safeParse(screen);
    if (!known.success) return undefined;
    const coversMonitor = isForWaitingRoom(screen) ? !windowed : window.isFullScreen();
    return {
      screen: known.data,
      doctorId,
      place: coversMonitor ? null : window.getNormalBounds(),
      monitor: knownMonitor(monitorOfWindow(window)),
      isMaximized: window.isMaximized(),
    };
  }

  /** The start screen lies behind it, for staff who leave it. */
  function openStation(
    screen: Exclude<StationKind, 'reception'>,
    kept: readonly KeptWindow[],
    mayLock: boolean,
  ): void {
    const own = kept.filter((one) => one.screen === screen);
    if (screen === 'doctor') {
      const opened = new Set<string>();
      for (const window of own) reopenForStaff(window, whereNow(window, kept, false), opened);
      if (own.length === 0) openScreen(screen, null, { windowed });
      return;
    }
    // Without a PIN nobody could leave it: the start screen asks for one.
    if (!mayLock) return;
    const [before] = own;
    const where: Where = before ? whereNow(before, kept, false) : { kind: 'anywhere' };
    openScreen(screen, null, { windowed, at: where.kind === 'at' ? where.bounds : primaryMonitor().bounds });
    keepInFront(screen);
  }

  function reopenForStaff(kept: KeptWindow, where: Where, opened: Set<string>): void {
    const { screen, doctorId } = kept;
    const name = `${screen} ${doctorId}`;
    // The start screen is there from the app's own start.
    if (screen !== 'home') openScreen(screen, doctorId, { windowed, another: opened.has(name) });
    opened.add(name);
    place(kept, where);
  }
}

/** Over the start screen, whichever of the two shows first. */
function keepInFront(screen: StationKind): void {
  const all = shownWindows().flatMap(([contents, facts]) => {
    const window = BrowserWindow.fromWebContents(contents);
    return window ? [{ window, facts }] : [];
  });
  const front = all.find(({ facts }) => facts.screen === screen)?.window;
  for (const { window } of all) {
    window.once('show', () => {
      if (!front || front.isDestroyed() || !front.isVisible()) return;
      front.moveTop();
      front.focus();
    });
  }
}

/** Puts the newest window of this screen where it was. */
function place({ screen, doctorId, isMaximized }: KeptWindow, where: Where): void {
  const [contents] =
    shownWindows().findLast(([, facts]) => facts.screen === screen && facts.doctorId === doctorId) ?? [];
  const window = contents && BrowserWindow.fromWebContents(contents);
  if (!window || where.kind !== 'at') return;
  window.setBounds(where.bounds);
  if (isMaximized) window.maximize();
}

function knownMonitor({ id, label, bounds }: KnownMonitor): KnownMonitor {
  return { id, label, bounds };
}

function read(file: string): readonly KeptWindow[] {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}
