import { readFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';

/** What the server of the app listens on where nobody has chosen otherwise. */
const USUAL_PORT = 4180;

/**
 * The computer that keeps the clinic's data, as somebody writes it: `http://opd-reception.local:4180`, or its name or number alone.
 * @returns its origin; undefined: this is none
 */
export function receptionOrigin(written: string): string | undefined {
  const text = written.trim();
  const hasScheme = /^https?:\/\//i.test(text);
  // Of another kind, as `file:` or what a code for something else begins with.
  if (!hasScheme && /^[a-z]+:(?!\d)/i.test(text)) return undefined;
  const url = URL.parse(hasScheme ? text : `http://${text}`);
  if (!url || url.hostname === '' || url.username !== '' || url.password !== '') return undefined;
  if (!hasScheme && url.port === '' && !text.endsWith(':80')) url.port = String(USUAL_PORT);
  return url.origin;
}

/** The one chosen for this computer; undefined: the data are here. Read before anything else of the app is loaded. */
export function chosenReception(file: string): string | undefined {
  try {
    const { reception } = JSON.parse(readFileSync(file, 'utf8')) as { readonly reception?: unknown };
    return typeof reception === 'string' ? receptionOrigin(reception) : undefined;
  } catch {
    return undefined;
  }
}

const ANSWERS_WITHIN_MS = 5_000;

/** Whether a server of this app answers there. @param ask default: by Node's own network */
export async function isReception(origin: string, ask = fetch): Promise<boolean> {
  try {
    const response = await ask(`${origin}/pair`, {
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    const said = (await response.json()) as { readonly paired?: unknown };
    return typeof said.paired === 'boolean';
  } catch {
    return false;
  }
}

/** As `ComputerKeeper` wants it. */
export async function findOtherReception(
  address: string,
  ownPort: number,
  ask = fetch,
): Promise<{ readonly origin: string } | 'none' | 'itself'> {
  const origin = receptionOrigin(address);
  if (origin === undefined) return 'none';
  const { hostname: host, port } = new URL(origin);
  if (isOwnName(host) && port === String(ownPort)) return 'itself';
  return (await isReception(origin, ask)) ? { origin } : 'none';
}

function isOwnName(name: string): boolean {
  const host = name.replace(/^\[|\]$/g, '').toLowerCase();
  const own = hostname().toLowerCase();
  const addresses = Object.values(networkInterfaces()).flatMap((one = []) => one.map((its) => its.address));
  return [...addresses, 'localhost', own, `${own}.local`].includes(host) || host.startsWith('127.');
}
