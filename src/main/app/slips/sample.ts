import { newDoctor } from '../../../shared/model/doctor';
import { doctorIdSchema, slotIdSchema, tokenIdSchema } from '../../../shared/model/ids';
import type { StationName } from '../../../shared/model/print-settings';
import type { Ticket } from '../../../shared/model/ticket';
import { MINUTE } from '../../../shared/model/time';
import type { Call } from '../call';
import { slipPrint } from './ticket';

/** An id that no token has: the code on a sample leads nowhere. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A made-up ticket with the clinic's own name and settings, for previews and test prints. */
export async function sampleTicket(call: Call, station: StationName): Promise<Ticket> {
  const { environment, now, today, settings } = call;
  const { clinic, print } = settings;
  const [doctor] = (await environment.store.doctors()).filter(({ active }) => active);
  const doctorId = doctor?.id ?? doctorIdSchema.parse(NOBODY);
  return {
    token: {
      id: tokenIdSchema.parse(NOBODY),
      doctorId,
      serviceDay: today,
      series: 'main',
      sequence: 1,
      number: `${doctor?.prefix ?? 'A'}-000`,
      source: 'walk_in',
      priority: 4,
      channel: station,
      patientName: 'Asha Verma',
      patientContact: '9000000000',
      patientId: null,
      createdAt: now,
      updatedAt: now,
      checkedInAt: now,
      displacements: 0,
      wishedSlotId: null,
      note: '',
      transferredFrom: null,
      precedence: null,
      precedenceFrom: null,
      followUp: null,
      lostSlotId: null,
      upgradedFrom: null,
      leftDoorAt: null,
      calledAt: null,
      startedAt: null,
      status: 'active',
      slotId: slotIdSchema.parse(NOBODY),
      seatedAt: now,
      extra: false,
      stage: 'checked_in',
      recalls: 0,
      lastCalledAt: null,
      heldAtCall: null,
      heldAt: null,
      heldFor: null,
      unanswered: 0,
    },
    clinicName: clinic.clinicName,
    timeZone: clinic.timeZone,
    doctor: doctor ?? {
      ...newDoctor,
      id: doctorId,
      name: 'Dr Meera Rao',
      room: '1',
      prefix: 'A',
    },
    slot: { startMinute: 10 * 60, endMinute: 11 * 60 },
    ahead: 3,
    wait: { fromMinutes: 25, toMinutes: 40, from: now + 25 * MINUTE, to: now + 40 * MINUTE, today: 'yes' },
    now,
    reason: { code: 'no_seat', rule: 'R7' },
    warnings: [],
    otherwise: null,
    alsoWith: [],
    replaces: null,
    payment: null,
    print: { ...slipPrint(print, station), practice: environment.practice ?? false, kind: 'test' },
  };
}
