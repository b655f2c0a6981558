import { z } from 'zod';
import { type Session, sessionSchema } from '../../../shared/model/device';
import { appErrorSchema, fail, ok, type Result } from '../../../shared/result';
import { i18n } from '../i18n';

const ANSWER_WITHIN_MS = 5_000;

const refusalSchema = z.object({ error: appErrorSchema });

/** What the server takes this browser for. Null: it did not answer. */
export async function askSession(): Promise<Session | null> {
  try {
    const response = await fetch('/pair', { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return sessionSchema.safeParse(await response.json()).data ?? null;
  } catch {
    return null;
  }
}

/** Makes this browser known by the code from the desk. Errors: those of pairing; UNAVAILABLE no answer. */
export async function pairWith(code: string): Promise<Result<true>> {
  try {
    const response = await fetch('/pair', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (response.ok) return ok(true);
    const refusal = refusalSchema.safeParse(await response.json());
    if (refusal.success) return { ok: false, error: refusal.data.error };
  } catch {
    // No answer at all, or none of ours.
  }
  return fail('UNAVAILABLE', i18n.t('error.noAnswer'));
}
