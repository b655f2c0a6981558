/** Every IPC channel there is. No zod here: the sandboxed preload imports this file. */

/** Renderer → main: one call of the contract, `(name, input)`, answered with a Result. */
export const CALL_CHANNEL = 'opd:call';

/** Main → renderer: one event of the contract. */
export const EVENT_CHANNEL = 'opd:event';
