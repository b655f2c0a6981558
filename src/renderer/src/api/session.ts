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
  try {
    const response = await fetch('/pair', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (response.ok) return 'paired';
    return refusalSchema.safeParse(await response.json()).data?.error.code ?? null;
  } catch {
    return null;
  }
}
