import type { BrowserWindow } from 'electron';
import type { StationName } from '../../shared/model/print-settings';
import { PrintFailure } from './failure';
import { createLanes } from './lanes';
import type { RenderSlip, Sheet, SlipOrder, SlipSubject } from './press';
import { slipOn } from './slip-page';
import { within } from './timers';

const PATIENCE_MS = 15_000;

export interface SlipRenderer {
  readonly render: RenderSlip;
  /** Lets the hidden window go as soon as no slip is in it: an app whose last window is closed may end. */
  release(): void;
}

export interface SlipWindows {
  /** A hidden window with no page yet. */
  readonly open: () => BrowserWindow;
  readonly urlOf: (query: Readonly<Record<string, string>>) => string;
}

/** Lays out slips in one hidden window, one after the other. A page that crashed or hangs takes its window with it. */
export function createSlipRenderer({ open, urlOf }: SlipWindows): SlipRenderer {
  const queue = createLanes();
  let kept: BrowserWindow | undefined;
  let released = false;

  function windowToUse(): BrowserWindow {
    if (kept === undefined || kept.isDestroyed()) kept = open();
    return kept;
  }

  function letGo(): void {
    kept?.destroy();
    kept = undefined;
  }

  const render: RenderSlip = (order, sheet, use) =>
    queue.run('window', async () => {
      released = false;
      const window = windowToUse();
      try {
        const page = await within(PATIENCE_MS, load(window, urlOf(queryOf(order, sheet))), tooLate);
        return await use(page);
      } catch (error) {
        letGo();
        throw error instanceof Error ? error : new Error(String(error));
      } finally {
        if (released) letGo();
      }
    });

  return {
    render,
    release() {
      released = true;
      if (!queue.isBusy('window')) letGo();
    },
  };
}

/** The page of a slip, or a rejection if it cannot be made. */
async function load(window: BrowserWindow, url: string): ReturnType<typeof slipOn> {
  const { webContents } = window;
  const gone = new Promise<never>((_resolve, reject) => {
    webContents.once('render-process-gone', (_event, { reason }) => reject(new Error(reason)));
    webContents.once('destroyed', () => reject(new Error('The window was closed.')));
  });
  try {
    await Promise.race([window.loadURL(url), gone]);
    return await Promise.race([slipOn(webContents), gone]);
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
