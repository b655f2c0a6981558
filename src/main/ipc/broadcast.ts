import type { WebContents } from 'electron';
import { EVENT_CHANNEL } from '../../shared/channels';
import type { AppEvent, Role } from '../../shared/contract';
import { heardInWindow } from '../app/access/events';

/** The only user of webContents.send: one fact to every window that may hear it. */
export function broadcast(
  windows: Iterable<readonly [WebContents, { readonly role: Role }]>,
  event: AppEvent,
): void {
  for (const [contents, { role }] of windows) {
    const heard = heardInWindow(role, event);
    if (heard !== null && !contents.isDestroyed()) contents.send(EVENT_CHANNEL, heard);
  }
}
