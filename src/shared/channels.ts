/** Every IPC channel there is. No zod here: the sandboxed preload imports this file. */

/** Renderer → main: one call of the contract, `(name, input, held)`, answered with a Result as text (`shared/told`). */
export const CALL_CHANNEL = 'opd:call';

/** Main → renderer: one event of the contract. */
export const EVENT_CHANNEL = 'opd:event';
