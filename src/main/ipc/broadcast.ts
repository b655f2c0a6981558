import type { WebContents } from 'electron';
import { EVENT_CHANNEL } from '../../shared/channels';
import type { AppEvent } from '../../shared/contract';
import type { Caller } from '../app/access/caller';
import { heardInWindow } from '../app/access/events';
import type { Sessions } from '../app/access/sessions';

/** The only user of webContents.send: one fact to every window that may hear it. */
export function broadcast(
  windows: Iterable<readonly [WebContents, Caller]>,
  sessions: Sessions,
  event: AppEvent,
): void {
  for (const [contents, caller] of windows) {
    const heard = heardInWindow(sessions, caller, event);
    if (heard !== null && !contents.isDestroyed()) contents.send(EVENT_CHANNEL, heard);
  }
}
