import { randomBytes } from 'node:crypto';
import type { Environment } from '../app/environment';

const TICKET_LASTS_MS = 30_000;
/** More than a clinic has devices; the eldest make way. */
const MOST_TICKETS = 200;

/**
 * A browser that was paired at this computer's number moves to its name: a cookie stays where it is, so a ticket of 256
 * random bits is given out at the number and brought to the name, for thirty seconds, once, and from the same device.
 */
export interface CarriedTokens {
  /** @param from the address it asks from */
  give(token: string, from: string): string;
  /** The token; null: there is no such ticket any more, or not for this address. */
  take(ticket: string, from: string): string | null;
}

export function createCarriedTokens(clock: Pick<Environment['clock'], 'elapsed'>): CarriedTokens {
  const given = new Map<string, { readonly token: string; readonly from: string; readonly until: number }>();
  return {
    give(token, from) {
      for (const [ticket, { until }] of given) if (until <= clock.elapsed()) given.delete(ticket);
      const [eldest] = given.keys();
      if (given.size >= MOST_TICKETS && eldest !== undefined) given.delete(eldest);
      const ticket = randomBytes(32).toString('base64url');
      given.set(ticket, { token, from, until: clock.elapsed() + TICKET_LASTS_MS });
      return ticket;
    },
    take(ticket, from) {
      const found = given.get(ticket);
      given.delete(ticket);
      return found !== undefined && found.from === from && clock.elapsed() < found.until ? found.token : null;
    },
  };
}
