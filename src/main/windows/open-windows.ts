import { readFileSync, rmSync } from 'node:fs';
import { app, BrowserWindow } from 'electron';
import { z } from 'zod';
import { doctorIdSchema } from '../../shared/model/ids';
import { screenSchema } from '../../shared/model/screen';
import { type ShownScreen, shownWindows } from './open';

const placeSchema = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
const keptSchema = z.array(
  z.object({ screen: screenSchema, doctorId: doctorIdSchema.nullable(), place: placeSchema.nullable() }),
);
type Kept = z.infer<typeof keptSchema>;

/**
 * Keeps which screens are open, and where, in a file: after a crash they come back. Answers how to end, and forget them.
 * @param write whole or not at all, and on the disk: the next thing that happens may be the crash
 */
export function keepOpenWindows(file: string, write: (file: string, text: string) => void): () => void {
  let ended = false;
  const keep = (): void => {
    if (ended) return;
    try {
      write(file, JSON.stringify(openNow()));
    } catch {
      // A disk that is full keeps nobody from working: the windows are opened by hand then.
    }
  };
  const follow = (window: BrowserWindow): void => {
    for (const change of ['show', 'closed', 'moved', 'resized'] as const) window.on(change as 'show', keep);
  };
  BrowserWindow.getAllWindows().forEach(follow);
  app.on('browser-window-created', (_event, window) => follow(window));
  keep();
  return () => {
    ended = true;
    rmSync(file, { force: true });
  };
}

/** Opens what was open when the app crashed, where it stood. Whatever the file has, nothing is thrown. */
export function reopenWindows(
  file: string,
  open: (screen: ShownScreen['screen'], doctorId: ShownScreen['doctorId']) => void,
): void {
  const before = new Set(BrowserWindow.getAllWindows());
  for (const { screen, doctorId, place } of read(file)) {
    if (screen !== 'home') open(screen, doctorId);
    const window = BrowserWindow.getAllWindows().find((one) => !before.has(one));
    if (window === undefined) continue;
    before.add(window);
    if (place !== null) window.setBounds(place);
  }
}

function openNow(): Kept {
  return shownWindows().flatMap(([contents, { screen, doctorId }]) => {
    const known = screenSchema.safeParse(screen);
    const window = BrowserWindow.fromWebContents(contents);
    if (!known.success || window === null) return [];
    // A window over the whole screen finds its place itself.
    return [{ screen: known.data, doctorId, place: window.isFullScreen() ? null : window.getBounds() }];
  });
}

function read(file: string): Kept {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}
