import { type DoctorId, requestIdSchema } from '../../src/shared/model/ids';
import type { Token } from '../../src/shared/model/token';
import { phone } from './books';
import type { BenchClinic } from './clinic';

/** Commands as windows send them: each bears an id of its own. */
export function commandsOf(clinic: BenchClinic) {
  let people = 0;
  const requestId = () => requestIdSchema.parse(clinic.newId());
  return {
    issue: async (doctorId: DoctorId): Promise<Token> => {
      people += 1;
      const who = { patientName: `Somebody ${people}`, patientContact: phone(10_000_000 + people) };
      const wish = { doctorId, source: 'walk_in', ...who, requestId: requestId() } as const;
      return (await clinic.call('tokens.issue', wish)).token;
    },
    callNext: (doctorId: DoctorId) => clinic.call('queue.callNext', { doctorId, requestId: requestId() }),
    start: ({ id }: Pick<Token, 'id'>) =>
      clinic.call('tokens.start', { tokenId: id, requestId: requestId() }),
    serve: ({ id }: Pick<Token, 'id'>) =>
      clinic.call('tokens.serve', { tokenId: id, requestId: requestId() }),
    cancel: ({ id }: Pick<Token, 'id'>) =>
      clinic.call('tokens.cancel', { tokenId: id, reason: 'patient', requestId: requestId() }),
  };
}

export type Commands = ReturnType<typeof commandsOf>;

/** A usual visit: issued, called, started, served. */
export async function visit(
  clinic: BenchClinic,
  doctor: number,
  commands = commandsOf(clinic),
): Promise<void> {
  const doctorId = clinic.doctorIds[doctor % clinic.doctorIds.length];
  if (doctorId === undefined) throw new Error('No doctor.');
  await commands.issue(doctorId);
  const called = await commands.callNext(doctorId);
  await commands.start(called);
  await commands.serve(called);
}
