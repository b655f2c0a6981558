import { type BrowserWindow, screen } from 'electron';
import { createWindow, showWhenReady } from './create';

/** The waiting room's screen: full screen on the second monitor where there is one, unless `windowed`. */
export function openBoardWindow(windowed: boolean): BrowserWindow {
  const facts = { role: 'board', screen: 'board', doctorId: null } as const;
  const own = screen.getPrimaryDisplay();
  const { bounds } = screen.getAllDisplays().find(({ id }) => id !== own.id) ?? own;
  const window = createWindow(facts, {
    ...(windowed ? { width: 1280, height: 720 } : { x: bounds.x, y: bounds.y, fullscreen: true }),
    title: 'Waiting room board',
    autoHideMenuBar: true,
  });
  window.setMenuBarVisibility(false);
  return showWhenReady(window);
}
