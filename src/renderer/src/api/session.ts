import { z } from 'zod';
import { type Session, sessionSchema } from '../../../shared/model/device';

const ANSWER_WITHIN_MS = 5_000;

const refusalSchema = z.object({ error: z.object({ code: z.string() }) });

/** What the server takes this browser for. Null: it did not answer. */
export async function askSession(): Promise<Session | null> {
  try {
    const response = await fetch('/pair', { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return sessionSchema.safeParse(await response.json()).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Makes this browser known by the code from the desk.
 * @returns `paired`, or the code of the refusal; null: no answer
 */
export async function pairWith(code: string): Promise<string | null> {
  const answer = await post('/pair', { code });
  return answer?.ok ? 'paired' : (refusalSchema.safeParse(answer?.body).data?.error.code ?? null);
}

const hereSchema = z.object({ server: z.string() });
const ticketSchema = z.object({ ticket: z.string() });

/** Which server answers at another address of the PC. Null: none of ours, or the device does not find it. */
export async function serverAt(origin: string, withinMs: number): Promise<string | null> {
  try {
    const response = await fetch(`${origin}/here`, {
      credentials: 'omit',
      signal: AbortSignal.timeout(withinMs),
    });
    return hereSchema.safeParse(await response.json()).data?.server ?? null;
  } catch {
    return null;
  }
}

/** What this device takes along to another address of the PC. Null: nothing. */
export async function leaveWithTicket(): Promise<string | null> {
  return ticketSchema.safeParse((await post('/pair/leave', {}))?.body).data?.ticket ?? null;
}

/** Whether it has its place here now. */
export async function arriveWith(ticket: string): Promise<boolean> {
  return (await post('/pair/arrive', { ticket }))?.ok === true;
}

/** Null: no answer, or none that can be read. */
async function post(path: string, wish: object): Promise<{ ok: boolean; body: unknown } | null> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return { ok: response.ok, body: await response.json() };
  } catch {
    return null;
  }
}
