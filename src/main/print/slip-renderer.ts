import type { BrowserWindow } from 'electron';
import type { StationName } from '../../shared/model/print-settings';
import { PrintFailure } from './failure';
import { createLayoutWindows } from './layout-windows';
import type { RenderSlip, Sheet, SlipOrder, SlipSubject } from './press';
import { slipOn } from './slip-page';
import { systemTimers, within } from './timers';

const PATIENCE_MS = 15_000;
/** There are two stations; a test or a card may go to a third printer, while one that was set before still stands. */
const MOST_WINDOWS = 4;

export interface SlipRenderer {
  readonly render: RenderSlip;
  /** Lets each hidden window go as soon as no slip is in it: an app whose last window is closed may end. */
  release(): void;
}

export interface SlipWindows {
  /** A hidden window with no page yet. */
  readonly open: () => BrowserWindow;
  readonly urlOf: (query: Readonly<Record<string, string>>) => string;
}

/**
 * Lays out slips in hidden windows. A slip holds its own until the printer's queue has taken it, and only that: a queue
 * that never answers keeps no slip of another printer waiting.
 */
export function createSlipRenderer({ open, urlOf }: SlipWindows): SlipRenderer {
  const windows = createLayoutWindows<BrowserWindow>({
    open,
    close: (window) => window.destroy(),
    isGone: (window) => window.isDestroyed(),
    most: MOST_WINDOWS,
    timers: systemTimers,
  });
  return {
    render: (order, sheet, use) =>
      windows.lend(async (window) => {
        const { gone, forget } = watch(window);
        try {
          const page = await within(PATIENCE_MS, load(window, urlOf(queryOf(order, sheet)), gone), tooLate);
          // A picture of a page that is gone is waited for without end.
          return await Promise.race([use(page), gone]);
        } finally {
          forget();
        }
      }),
    release: windows.release,
  };
}

/** `gone` rejects when the page crashes, or its window is closed. */
function watch({ webContents }: BrowserWindow): {
  readonly gone: Promise<never>;
  readonly forget: () => void;
} {
  let forget = (): void => undefined;
  const gone = new Promise<never>((_resolve, reject) => {
    const crashed = (_event: unknown, { reason }: { readonly reason: string }): void =>
      reject(new Error(reason));
    const closed = (): void => reject(new Error('The window was closed.'));
    webContents.once('render-process-gone', crashed);
    webContents.once('destroyed', closed);
    forget = () => {
      webContents.off('render-process-gone', crashed);
      webContents.off('destroyed', closed);
    };
  });
  return { gone, forget };
}

/** The page of a slip, or a rejection if it cannot be made. */
async function load(window: BrowserWindow, url: string, gone: Promise<never>): ReturnType<typeof slipOn> {
  try {
    await Promise.race([window.loadURL(url), gone]);
    return await Promise.race([slipOn(window.webContents), gone]);
  } catch (error) {
    throw new PrintFailure('not_rendered', false, error);
  }
}

const tooLate = (): Error => new PrintFailure('not_rendered', false, new Error('The slip took too long.'));

function queryOf({ subject, station, language }: SlipOrder, { paper, dots }: Sheet): Record<string, string> {
  const width = dots === null ? {} : { dots: String(dots) };
  return { ...subjectQuery(subject, station), lang: language, paper, ...width };
}

function subjectQuery(subject: SlipSubject, station: StationName): Record<string, string> {
  switch (subject.kind) {
    case 'token':
      return { token: subject.tokenId, job: subject.jobId };
    case 'blank':
      return { doctor: subject.doctorId, blank: String(subject.number) };
    case 'card':
      return { card: subject.tokenId };
    case 'sample':
      return { station };
  }
}
