import type { WebContents } from 'electron';
import { EVENT_CHANNEL } from '../../shared/channels';
import type { AppEvent } from '../../shared/contract';

/** The only user of webContents.send: one fact to every window there is. */
export function broadcast(windows: Iterable<WebContents>, event: AppEvent): void {
  for (const contents of windows) {
    if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, event);
  }
}
