import type { BookView } from '../../src/shared/model/book-view';
import { newDoctor } from '../../src/shared/model/doctor';
import type { DoctorSummary } from '../../src/shared/model/doctor-summary';
import { type DoctorId, doctorIdSchema, slotIdSchema, tokenIdSchema } from '../../src/shared/model/ids';
import { MINUTE, serviceDaySchema } from '../../src/shared/model/time';
import type { ActiveToken, ListedToken } from '../../src/shared/model/token';
import type { WaitRange } from '../../src/shared/model/wait';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const doctorId: DoctorId = doctorIdSchema.parse(uuid(900));
const slotId = slotIdSchema.parse(uuid(800));
const serviceDay = serviceDaySchema.parse('2026-11-22');
export const T0 = Date.parse('2026-11-22T09:00:00+05:30');

const facts = (n: number) => ({
  id: tokenIdSchema.parse(uuid(n)),
  doctorId,
  serviceDay,
  series: 'main' as const,
  sequence: n,
  number: `A-${String(n).padStart(3, '0')}`,
  source: 'walk_in' as const,
  priority: 4 as const,
  channel: 'kiosk' as const,
  patientName: `Patient ${n}`,
  patientContact: '',
  patientId: null,
  createdAt: T0,
  updatedAt: T0,
  checkedInAt: T0,
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
});

export function active(n: number, over: Partial<ActiveToken> = {}): ActiveToken {
  return {
    ...facts(n),
    status: 'active',
    slotId,
    seatedAt: T0,
    extra: false,
    stage: 'checked_in',
    recalls: 0,
    lastCalledAt: null,
    heldAtCall: null,
    heldAt: null,
    heldFor: null,
    unanswered: 0,
    calledAt: null,
    startedAt: null,
    ...over,
  };
}

export function listed(n: number, checkedInAt: number | null = T0): ListedToken {
  return { ...facts(n), status: 'waiting', listedAt: T0, listSequence: n, checkedInAt };
}

const doctor = { ...newDoctor, id: doctorId, name: 'Dr Rao', room: '1', prefix: 'A' };

/** From nine o’clock. */
export function waitOf(fromMinutes: number, toMinutes: number, today: WaitRange['today'] = 'yes'): WaitRange {
  return { fromMinutes, toMinutes, from: T0 + fromMinutes * MINUTE, to: T0 + toMinutes * MINUTE, today };
}

export function summary(over: Partial<DoctorSummary> = {}): DoctorSummary {
  return {
    doctor,
    serviceDay,
    revision: 1,
    state: 'seats',
    nextSlot: { id: slotId, startMinute: 540, endMinute: 600, free: 3 },
    ahead: 2,
    waiting: 0,
    delayMinutes: 0,
    breakUntil: null,
    wait: waitOf(35, 50),
    nextDay: null,
    ...over,
  };
}

export function view(over: Partial<BookView>): BookView {
  return {
    serviceDay,
    status: 'open',
    revision: 1,
    calls: 0,
    reopenedAt: null,
    tokens: [],
    doctor,
    now: T0,
    slots: [],
    called: null,
    inConsultation: null,
    queue: [],
    heldBack: [],
    elsewhere: [],
    overdue: [],
    canReopen: false,
    closedTooSoon: null,
    recallFrom: null,
    waiting: [],
    waits: [],
    next: null,
    breakUntil: null,
    left: null,
    pace: { today: [], todayMinutes: null, usualMinutes: 10, doneBy: null },
    maxRecalls: 3,
    heldBackCalls: 2,
    ...over,
  };
}
