import type { CallName } from '../../shared/contract';
import { fail, type Result } from '../../shared/result';
import type { Store } from '../store/store';

type Named = {
  readonly command?: string;
  readonly doctorId?: Parameters<Store['doctor']>[0];
  readonly tokenId?: Parameters<Store['bookOfToken']>[0];
};

/** What brings a patient to a doctor; the doctor is named, or is the token's. What ends a visit works for ever. */
const bringing: Readonly<Partial<Record<CallName, 'doctor' | 'token'>>> = {
  'tokens.issue': 'doctor',
  'tokens.transfer': 'doctor',
  'tokens.paper': 'doctor',
  'queue.callNext': 'doctor',
  'tokens.call': 'token',
  'tokens.recall': 'token',
  'tokens.reinstate': 'token',
};

/** R21: nobody is sent or called to a doctor who does not work here any more. Errors: CONFLICT; null: none is. */
export async function refuseRetired(
  store: Store,
  name: CallName,
  input: unknown,
): Promise<Result<never> | null> {
  const { command, doctorId, tokenId } = input as Named;
  const isPreview = name === 'commands.preview' && (command === 'issue' || command === 'transfer');
  const by = isPreview ? 'doctor' : bringing[name];
  if (by === undefined) return null;
  const id = by === 'doctor' ? doctorId : tokenId && (await store.bookOfToken(tokenId))?.doctorId;
  const doctor = id && (await store.doctor(id));
  if (!doctor || doctor.active) return null;
  return fail('CONFLICT', `${doctor.name} does not work here any more. Please choose another doctor.`, {
    doctorId: doctor.id,
    active: false,
  });
}
