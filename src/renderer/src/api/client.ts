import type { AppEvent, CallInput, CallName, CallOutput } from '../../../shared/contract';
import { fail, type Result } from '../../../shared/result';
import { i18n } from '../i18n';
import type { Bridge } from './bridge';
import { httpBridge } from './http-bridge';
import { windowBridge } from './window-bridge';

/** On another PC or a tablet: no bridge to the main process, but a server. */
export const inBrowser = window.api === undefined;

/** There in a window of the app, on a computer that keeps no data: it is locked, and can be left. */
export const inStation = inBrowser && navigator.userAgent.includes(' Electron/');

const bridge: Bridge = window.api === undefined ? httpBridge : windowBridge(window.api);

/**
 * Asks the main process. Expected refusals come back as values; so does a bridge that is gone or
 * broke off (`UNAVAILABLE`), so that no screen needs a try/catch.
 */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
  try {
    return await bridge.call(name, input);
  } catch (cause) {
    console.error(`${name} did not come back`, cause);
    return fail('UNAVAILABLE', i18n.t('error.noAnswer'));
  }
}

/** Listens to everything the main process announces; returns the function that stops it. */
export function subscribe(listener: (event: AppEvent) => void): () => void {
  return bridge.subscribe(listener);
}
