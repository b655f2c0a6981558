import type { CallOutput, CheckedInput } from '../../../shared/contract';
import type { CardHolder, CardNumber } from '../../../shared/model/card-holder';
import { asciiDigits } from '../../../shared/model/fold';
import { patientIdSchema } from '../../../shared/model/ids';
import { clinicNumberOf } from '../../../shared/model/patient-number';
import type { RegisteredPatient } from '../../../shared/model/registered-patient';
import type { Token } from '../../../shared/model/token';
import { ok, type Result } from '../../../shared/result';
import type { Store } from '../../store/store';
import type { Call } from '../call';
import { standingFor } from '../run/standing';

type Input = CheckedInput<'patients.ofCard'>;

/** Whose card was scanned, and whether they are expected already. */
export async function cardHolder(call: Call, { numbers }: Input): Promise<Result<CardHolder>> {
  const { store } = call.environment;
  const found = await holdersOf(store, numbers);
  const [patient] = found;
  if (!patient) return ok({ kind: 'unknown' });
  if (found.length > 1) return ok({ kind: 'several' });
  const [last] = await store.visitsOfPatients([patient.id]);
  if (!last) return ok({ kind: 'unknown' });
  const [open] = await openToday(call, patient);
  const { id: patientId, name: patientName, contacts } = patient;
  return ok({
    ...{ kind: 'known', patientId, patientName, patientContact: contacts[0] ?? '' },
    ...{ lastDoctorId: last.lastDoctorId, openTokenId: open?.id ?? null },
  });
}

/** Open tokens of today of whoever holds the card, the latest first: a doctor's window asks no more. */
export async function tokensOfCard(
  call: Call,
  { numbers }: Input,
): Promise<Result<CallOutput<'tokens.ofCard'>>> {
  const tokens: Token[] = [];
  for (const patient of await holdersOf(call.environment.store, numbers)) {
    tokens.push(...(await openToday(call, patient)));
  }
  return ok({ tokenIds: tokens.map(({ id }) => id) });
}

async function openToday(
  { environment: { store }, today }: Call,
  { id }: RegisteredPatient,
): Promise<Token[]> {
  const tokens = await store.openTokensOfPatient(id, today, today);
  return tokens.toSorted((one, other) => other.createdAt - one.createdAt);
}

/** Whoever has the first of these numbers that anybody has; mostly one. */
async function holdersOf(store: Store, numbers: readonly CardNumber[]): Promise<RegisteredPatient[]> {
  for (const number of numbers) {
    const standing = new Map<number, RegisteredPatient>();
    for (const row of await rowsOf(store, number)) {
      const patient = await standingFor(store, row);
      standing.set(patient.id, patient);
    }
    if (standing.size > 0) return [...standing.values()];
  }
  return [];
}

/** The clinic's own card bears the number in the register; labels that a clinic makes itself may bear its own numbers. */
async function rowsOf(store: Store, { system, value }: CardNumber): Promise<readonly RegisteredPatient[]> {
  if (system !== 'own') return store.patientsOfNumber({ system, value });
  const digits = asciiDigits(value);
  if (!/^\d+$/.test(digits)) return store.patientsOfNumber(clinicNumberOf(value));
  const id = patientIdSchema.safeParse(Number(digits));
  const row = id.success ? await store.patient(id.data) : undefined;
  return row ? [row] : [];
}
