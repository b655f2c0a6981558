import type { CallName } from '../../../shared/contract';
import type { Doctor } from '../../../shared/model/doctor';
import type { ServiceDay } from '../../../shared/model/time';
import { fail, type Result } from '../../../shared/result';
import type { Store } from '../../store/store';

type Named = {
  readonly command?: string;
  readonly doctorId?: Parameters<Store['doctor']>[0];
  readonly tokenId?: Parameters<Store['bookOfToken']>[0];
};

/**
 * What brings a new patient to a doctor; the doctor is named, or is the token's. Whoever is there already is called and
 * seen to the end.
 */
const bringing: Readonly<Partial<Record<CallName, 'doctor' | 'token'>>> = {
  'tokens.issue': 'doctor',
  'tokens.transfer': 'doctor',
  'tokens.paper': 'doctor',
  'tokens.moveToDay': 'token',
  'tokens.reinstate': 'token',
};

/** R21: whoever works here, and whoever does not any more but still has patients, today or later. */
export async function doctorsAtWork(store: Store, today: ServiceDay): Promise<readonly Doctor[]> {
  const doctors: Doctor[] = [];
  for (const doctor of await store.doctors()) {
    if (doctor.active || (await store.daysWithOpenTokens(doctor.id, today)).length > 0) doctors.push(doctor);
  }
  return doctors;
}

/** R21: nobody new is sent to a doctor who does not work here any more. Errors: CONFLICT; null: none is. */
export async function refuseRetired(
  store: Store,
  name: CallName,
  input: unknown,
): Promise<Result<never> | null> {
  const { command, doctorId, tokenId } = input as Named;
  const by = name === 'commands.preview' ? previewed(command) : bringing[name];
  if (by === undefined) return null;
  const id = by === 'doctor' ? doctorId : tokenId && (await store.bookOfToken(tokenId))?.doctorId;
  const doctor = id && (await store.doctor(id));
  if (!doctor || doctor.active) return null;
  return fail('CONFLICT', `${doctor.name} does not work here any more. Please choose another doctor.`, {
    doctorId: doctor.id,
    active: false,
  });
}

function previewed(command: string | undefined): 'doctor' | 'token' | undefined {
  if (command === 'moveToDay') return 'token';
  return command === 'issue' || command === 'transfer' ? 'doctor' : undefined;
}
