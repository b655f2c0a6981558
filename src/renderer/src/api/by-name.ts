import type { Session } from '../../../shared/model/device';
import { arriveWith, askSession, leaveWithTicket, serverAt } from './session';

/** Of this number's pages: the PC's address by its name, and that this device has its place there too. */
const ORIGIN = 'opd.by-name';
const HAS_PLACE = 'opd.has-place-by-name';
/** In this tab the name was not found: not looked for again with every page. */
const NOT_FOUND = 'opd.name-not-found';

/** A device that asks its network for the name, and hears nothing, waits so long: who pairs it once, who uses it each time. */
const PATIENCE_TO_PAIR_MS = 4_000;
const PATIENCE_MS = 1_500;

const listeners = new Set<(origin: string) => void>();

/** Hears that the PC, lost at its number, was found by its name, where this device must be paired anew. */
export function watchFound(listener: (origin: string) => void): void {
  listeners.add(listener);
}

/**
 * A page at the PC's number goes to its name, where the device finds that: a number changes, and the cookie of a number is worth
 * nothing at another. A code that was scanned goes along in the part of the address that is never sent; a device that has its
 * place already takes it along by a ticket.
 * @returns whether the page is on its way: nothing more is to be done here
 */
export async function goByName({ byName, paired }: Session): Promise<boolean> {
  if (byName === undefined || byName.origin === location.origin) return false;
  if (paired) localStorage.setItem(ORIGIN, byName.origin);
  if (paired && sessionStorage.getItem(NOT_FOUND) !== null) return false;
  // Only this very server: who merely has the name gets neither code nor ticket.
  const server = await serverAt(byName.origin, paired ? PATIENCE_MS : PATIENCE_TO_PAIR_MS);
  if (server !== byName.server) {
    if (paired) sessionStorage.setItem(NOT_FOUND, 'yes');
    return false;
  }
  if (!paired) {
    goTo(byName.origin, location.hash);
    return true;
  }
  const ticket = await leaveWithTicket();
  if (ticket === null) return false;
  localStorage.setItem(HAS_PLACE, 'yes');
  goTo(byName.origin, `#carry=${ticket}`);
  return true;
}

/** At the name: the place that the device had at the number. A browser that is known here stays who it is. */
export async function arriveByName(session: Session): Promise<Session> {
  const ticket = /^#carry=([\w-]+)$/.exec(location.hash)?.[1];
  if (ticket === undefined) return session;
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  if (session.paired || !(await arriveWith(ticket))) return session;
  return (await askSession()) ?? session;
}

/**
 * Nobody answers at the number any more: if the PC answers by its name, and still not here, it has another number. A device that
 * has its place there goes on; another can only be told where.
 */
export async function lookByName(): Promise<void> {
  const origin = localStorage.getItem(ORIGIN);
  if (origin === null || origin === location.origin) return;
  if ((await serverAt(origin, PATIENCE_TO_PAIR_MS)) === null || (await askSession()) !== null) return;
  if (localStorage.getItem(HAS_PLACE) !== null) goTo(origin);
  else for (const listener of listeners) listener(origin);
}

function goTo(origin: string, hash = ''): void {
  location.replace(`${origin}${location.pathname}${location.search}${hash}`);
}
