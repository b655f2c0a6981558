import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { CALL_CHANNEL } from '../../shared/channels';
import { fail, type Result } from '../../shared/result';
import type { Caller } from '../app/access/caller';
import type { App } from '../app/app';
import { Answers } from './answers';

/**
 * The only user of ipcMain: checks who sends, and hands the rest to the app that is open now, which believes nothing
 * either. Answers are text.
 * @param current waits for the first app; undefined: it is gone, and another is being opened
 */
export function registerIpc(
  current: () => Promise<Pick<App, 'receive'> | undefined>,
  identify: (contents: WebContents) => Caller | undefined,
  origin: string,
): void {
  const answers = new WeakMap<WebContents, Answers>();

  async function receive(event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Result<unknown>> {
    const caller = identify(event.sender);
    if (!caller || !isOurPage(event, origin)) return fail('FORBIDDEN', 'This page may not talk to the app.');
    const app = await current();
    if (!app) return fail('UNAVAILABLE', 'The app is opening other data. One moment, please.');
    return app.receive(name, input, caller);
  }

  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown, held: unknown) => {
    const answer = await receive(event, name, input);
    const own = answers.get(event.sender) ?? new Answers();
    answers.set(event.sender, own);
    return own.textOf(name, answer, held);
  });
}

/** A page of ours, and not a frame within it. One that is being closed has no frame any more. */
function isOurPage(event: IpcMainInvokeEvent, origin: string): boolean {
  try {
    const frame = event.senderFrame;
    return frame !== null && frame.parent === null && new URL(frame.url).origin === new URL(origin).origin;
  } catch {
    return false;
  }
}
