import type { CallInput, CallName, CallOutput } from '../../../src/shared/contract';
import type { DoctorId, SlotId, TokenId } from '../../../src/shared/model/ids';
import type { PrintJob } from '../../../src/shared/model/print-job';
import { serviceDaySchema } from '../../../src/shared/model/time';
import type { Token } from '../../../src/shared/model/token';
import { first, MONDAY, staff, unwrap } from '../../helpers/clinic';
import type { CountedClinic } from '../../helpers/counted-clinic';

/** One clinic in which a command is about to be sent. */
export interface Scene extends CountedClinic {
  readonly doctorId: DoctorId;
  readonly otherDoctor: DoctorId;
  /** Done by staff. */
  does<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** Somebody who waits here, with a seat. */
  here(): Promise<Token>;
  /** Somebody with a seat who has not come. */
  booked(): Promise<Token>;
  called(): Promise<Token>;
  inside(): Promise<Token>;
  slot(index: number): Promise<SlotId>;
  /** Somebody who waits here and has 500.00 to pay. */
  charged(): Promise<TokenId>;
  /** The slip of somebody, as the printer left it. */
  slip(state: PrintJob['state']): Promise<PrintJob>;
}

/** A clinic of today in which whoever is named stands as named. */
export function sceneIn(clinic: CountedClinic): Scene {
  const doctorId = first(clinic.doctorIds);
  const [, otherDoctor = doctorId] = clinic.doctorIds;
  const does: Scene['does'] = async (name, input) => unwrap(await clinic.app.call(name, input, staff));
  const here = () => clinic.issued();
  const called = async () => {
    const { id: tokenId } = await here();
    return does('tokens.call', { tokenId });
  };
  return {
    ...clinic,
    doctorId,
    otherDoctor,
    does,
    here,
    booked: () => clinic.issued({ source: 'online' }),
    called,
    inside: async () => {
      const { id: tokenId } = await called();
      return does('tokens.start', { tokenId });
    },
    slot: async (index) => {
      const serviceDay = serviceDaySchema.parse(MONDAY);
      const slots = await does('slots.list', { doctorId, serviceDay });
      return first(slots.slice(index)).id;
    },
    charged: async () => {
      const everybody = { walk_in: 50_000 };
      await does('settings.change', { fees: { on: true, everybody } as never });
      return (await here()).id;
    },
    slip: async (state) => {
      const { id: tokenId } = await here();
      const job = await does('slips.job', { tokenId });
      const printed = { ...job, state };
      const request = { books: [], today: serviceDaySchema.parse(MONDAY), now: clinic.clock.now() };
      unwrap(
        await clinic.store.transact(request, () => ({
          ok: true,
          value: { books: [], printJobs: [printed], answer: null },
        })),
      );
      return printed;
    },
  };
}
