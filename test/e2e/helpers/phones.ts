import type { Token } from '../../../src/shared/model/token';
import type { RunningApp } from './app';
import { callFrom } from './bridge';
import { doctorId } from './patients';

/** A token of a patient who was given a slip with a link. */
interface Linked {
  readonly token: Token;
  /** As a phone opens it. */
  readonly link: string;
  readonly address: string;
  readonly letters: string;
}

/** A walk-in with the link that stands on the slip. */
export async function issueLinked(app: RunningApp, patientContact: string): Promise<Linked> {
  const { token, phone } = await callFrom(app.home, 'tokens.issue', {
    doctorId: await doctorId(app),
    source: 'walk_in',
    patientName: 'Asha Verma',
    patientContact,
  });
  if (!phone) throw new Error('The slip has no link.');
  return { token, ...phone };
}
