import { z } from 'zod';
import { appErrorSchema } from '../../../shared/app-error';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract';
import { fail, ok, type Result } from '../../../shared/result';
import { i18n } from '../i18n';
import type { Bridge } from './bridge';
import { listen } from './http-events';
import { hereAs, openInBrowser, shutOut } from './place';

/** Longer than any command takes, shorter than anybody's patience. */
const ANSWER_WITHIN_MS = 10_000;
/** A command whose answer was lost is sent again, this long after each failure. */
const AGAIN_AFTER_MS = [500, 1_500, 4_000] as const;

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: appErrorSchema }),
]);

/** The same face as the app's own bridge, over HTTP: calls are posted, events come in a stream. */
export const httpBridge: Bridge = {
  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
    if (name === 'windows.open') {
      openInBrowser(input as CallInput<'windows.open'>);
      return ok({}) as Result<CallOutput<N>>;
    }
    // The contract of this very version checked what it sent.
    const answer = (await ask(name, input)) as Result<CallOutput<N>>;
    // No window closes here: the page goes where this device begins.
    if (name === 'kiosk.leave' && answer.ok) location.assign('/?screen=home');
    return answer;
  },
  subscribe: listen,
};

/**
 * A command with a request id may be sent again when no answer came: main recognises it (R17), so it is done once
 * however often it arrives. Anything else is tried once; what is shown is fetched again by itself.
 */
async function ask(name: CallName, input: object): Promise<Result<unknown>> {
  const pauses = 'requestId' in input ? AGAIN_AFTER_MS : [];
  let answer = await askOnce(name, input);
  for (const pause of pauses) {
    if (answer !== null) break;
    await new Promise((resume) => setTimeout(resume, pause));
    answer = await askOnce(name, input);
  }
  return answer ?? fail('UNAVAILABLE', i18n.t('error.noAnswer'));
}

/** Null: no answer, or none of ours. */
async function askOnce(name: CallName, input: object): Promise<Result<unknown> | null> {
  const { screen, doctorId } = hereAs();
  try {
    const response = await fetch(`/rpc/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-opd-screen': screen,
        ...(doctorId === null ? {} : { 'x-opd-doctor': doctorId }),
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (response.status === 401) shutOut();
    const answer = answerSchema.safeParse(await response.json());
    return answer.success ? answer.data : null;
  } catch {
    return null;
  }
}
