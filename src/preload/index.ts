import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../shared/channels';
import type { AppEvent, CallInput, CallName, CallOutput } from '../shared/contract';
import type { Result } from '../shared/result';

/**
 * The only door between a page and the main process: one way to ask, one way to listen.
 * It checks nothing: the main process checks sender, schema and role of each call.
 * Contract imports are types only, so that zod does not enter the sandbox.
 */
const bridge = {
  /** The answer as an object, each part of which is copied on its way into the page: for what is small. */
  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
    return JSON.parse(await ipcRenderer.invoke(CALL_CHANNEL, name, input)) as Result<CallOutput<N>>;
  },

  /**
   * The answer as the text it comes as.
   * @param held of a book: the number of its last telling; null: none is held
   */
  ask<N extends CallName>(name: N, input: CallInput<N>, held: number | null): Promise<string> {
    return ipcRenderer.invoke(CALL_CHANNEL, name, input, held);
  },

  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: AppEvent) => void): () => void {
    const forward = (_sender: IpcRendererEvent, event: AppEvent): void => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, forward);
    };
  },
};

export type Bridge = typeof bridge;

contextBridge.exposeInMainWorld('api', bridge);
