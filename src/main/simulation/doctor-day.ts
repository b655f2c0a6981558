import type { Book } from '../../shared/model/book';
import type { TokenId } from '../../shared/model/ids';
import type { RuleSettings } from '../../shared/model/settings';
import { MINUTE } from '../../shared/model/time';
import type { Token } from '../../shared/model/token';
import type { Result } from '../../shared/result';
import {
  type Context,
  cancel,
  checkIn,
  type Decision,
  type Elsewhere,
  issue,
  reinstate,
  sweep,
  viewSlots,
} from '../engine';
import type { Agenda } from './agenda';
import { openBookOf, SIMULATED_DAY, tokenIdOf } from './clinic';
import { DoctorClock } from './doctor-clock';
import { type Day, Door } from './door';
import { moveUp } from './moving-up';
import type { Observer, Outcomes } from './observer';
import { deskAt, isOff } from './outage';
import type { DayPlan, PlannedPatient } from './plan';
import type { CallNext } from './policy';
import { hasLeft, isThere, newVisit, type Visit } from './visit';

/** How often the clinic's timer looks for no-shows. */
const SWEEP_EVERY = 5 * MINUTE;

/** What a doctor's day needs of the clinic's. */
export interface Clinic {
  readonly agenda: Agenda;
  readonly plan: DayPlan;
  readonly rules: RuleSettings;
  readonly observers: readonly Observer[];
  readonly movesUp: boolean;
  readonly call: CallNext;
  elsewhere(of: DoctorDay): Elsewhere[];
  leftDoor(of: DoctorDay): void;
}

/** One doctor's day as a discrete-event simulation of the engine: every change is one of its commands. */
export class DoctorDay implements Day {
  readonly clock: DoctorClock;
  readonly visits = new Map<TokenId, Visit>();
  private current: Book;
  private readonly door: Door;

  constructor(
    private readonly clinic: Clinic,
    private readonly doctor: number,
  ) {
    const slots = clinic.plan.slots[doctor] ?? [];
    this.current = openBookOf(doctor, slots);
    this.clock = new DoctorClock(slots, clinic.plan.lateMs[doctor] ?? 0);
    this.door = new Door(this);
  }

  get book(): Book {
    return this.current;
  }
  get now(): number {
    return this.clinic.agenda.now;
  }
  get observers(): readonly Observer[] {
    return this.clinic.observers;
  }
  get call(): CallNext {
    return this.clinic.call;
  }
  get isOff(): boolean {
    return isOff(this.clinic.plan.outage, this.now);
  }
  get context(): Context {
    const { rules, plan } = this.clinic;
    // After an outage the clock's work has watched since the PC came back (R13).
    const watchedSince = plan.outage && this.now >= plan.outage.to ? plan.outage.to : 0;
    const elsewhere = this.clinic.elsewhere(this);
    return { now: this.now, today: SIMULATED_DAY, rules, watchedSince, elsewhere };
  }

  plan(at: number, run: () => void): void {
    this.clinic.agenda.plan(at, run);
  }
  token(tokenId: TokenId): Token | undefined {
    return this.current.tokens.find(({ id }) => id === tokenId);
  }
  leftDoor(): void {
    this.clinic.leftDoor(this);
  }
  callIfFree(): void {
    this.door.callIfFree();
  }

  /** Plans the day, as far as it is known in the morning. */
  begin(): void {
    const { patients, outage } = this.clinic.plan;
    for (const patient of patients) {
      if (patient.doctor !== this.doctor) continue;
      this.plan(deskAt(outage, patient.asksAt), () => this.ask(patient));
    }
    this.plan(this.clock.opensAt, () => this.sweep());
    this.plan(this.clock.comesAt, () => this.door.free());
    this.plan(this.clock.endsAt, () => this.callIfFree());
    if (outage) this.plan(outage.to, () => this.callIfFree());
  }

  /** The book at the end of the day. */
  end(): Book {
    this.clock.close();
    const outcomes = this.outcomes();
    for (const observer of this.observers) observer.ended?.(this.current, this.clock, outcomes);
    return this.current;
  }

  /** R27: the tokens of those who come for two doctors, as far as they are or were at this door. */
  atDoor(): Elsewhere[] {
    return this.current.tokens.flatMap((token) => {
      const { id: tokenId, doctorId, number, patientName, patientContact, leftDoorAt } = token;
      const stage = token.status === 'active' ? token.stage : null;
      const atDoor = stage === 'called' || stage === 'in_consultation' ? stage : null;
      if (patientContact === '' || (atDoor === null && leftDoorAt === null)) return [];
      const where = { doctorId, doctorName: `Doctor ${this.doctor + 1}`, room: '', tokenId, number };
      return [{ ...where, patientName, patientContact, patientId: null, stage: atDoor, leftDoorAt }];
    });
  }

  /** Takes over what the engine decided; a refusal changes nothing. */
  apply(result: Result<Decision>): Token | null {
    if (!result.ok) return null;
    this.take(result.value);
    while (this.clinic.movesUp) {
      const moved = moveUp(this.current, this.context);
      if (!moved) break;
      this.take(moved);
    }
    this.callIfFree();
    return result.value.token;
  }

  private take(decision: Decision): void {
    const before = this.current;
    this.current = decision.book;
    for (const observer of this.observers) observer.decided?.(before, decision, this.context);
    for (const event of decision.events) {
      if ('after' in event && 'number' in event.after) this.comeIfSeated(event.after);
    }
  }

  /** The clinic's timer; goes on for as long as there is somebody it may be about. */
  private sweep(): void {
    if (!this.isOff) this.apply(sweep(this.current, {}, this.context));
    const goesOn = this.now < this.clock.endsAt + 30 * MINUTE || this.door.isCalling;
    if (goesOn) this.plan(this.now + SWEEP_EVERY, () => this.sweep());
  }

  private ask(patient: PlannedPatient): void {
    const id = tokenIdOf(patient.index);
    const visit = newVisit(patient, id);
    this.visits.set(id, visit);
    if (!patient.booked) visit.arrivedAt = this.now;
    const { person, index } = patient;
    const result = issue(
      this.current,
      {
        id,
        source: patient.source,
        channel: patient.booked ? 'http' : 'desk',
        patientName: `Patient ${(person ?? index) + 1}`,
        // R17's key; whoever has one token only needs none.
        patientContact: person === null ? '' : `98${String(person).padStart(8, '0')}`,
        slotId: patient.booked ? this.chosenSlot(patient) : undefined,
        checkedIn: !patient.booked,
        ...(patient.hasNeed ? { precedence: 'senior' } : {}),
      },
      this.context,
    );
    const { cancelsAt } = patient;
    if (cancelsAt !== null) {
      this.plan(deskAt(this.clinic.plan.outage, cancelsAt), () => this.cancel(id));
    }
    this.arrived(patient.booked ? null : result);
    this.apply(result);
  }

  /** As on a booking page: one of the coming slots that have a free seat. */
  private chosenSlot({ slotChoice }: PlannedPatient): Book['slots'][number]['id'] | undefined {
    const free = viewSlots(this.current, this.context).filter(
      (slot) => slot.phase === 'upcoming' && slot.free > 0,
    );
    return free[Math.floor(slotChoice * free.length)]?.id;
  }

  /** Whoever has a seat, and means to come, sets out in time for the slot. */
  private comeIfSeated(token: Token): void {
    const visit = this.visits.get(token.id);
    if (!visit || visit.coming || !visit.patient.comes || token.status !== 'active') return;
    const slot = this.current.slots.find(({ id }) => id === token.slotId);
    if (!slot) return;
    visit.coming = true;
    const soonest = this.now + visit.patient.travelMs;
    const at = Math.max(soonest, slot.startsAt + visit.patient.punctualityMs);
    this.plan(deskAt(this.clinic.plan.outage, at), () => this.arrive(visit));
  }

  /** At the desk: for the first time, or because the token was given up meanwhile. */
  arrive(visit: Visit): void {
    visit.arrivedAt ??= this.now;
    const token = this.token(visit.tokenId);
    if (!token || token.status === 'cancelled') return;
    const command = token.status === 'no_show' ? reinstate : checkIn;
    const result = command(this.current, { tokenId: visit.tokenId }, this.context);
    this.arrived(result);
    this.apply(result);
  }

  private arrived(result: Result<Decision> | null): void {
    if (!result?.ok || !result.value.token) return;
    const { book, token } = result.value;
    for (const observer of this.observers) observer.arrived?.(book, token, this.context);
  }

  private cancel(tokenId: TokenId): void {
    this.apply(cancel(this.current, { tokenId, reason: 'patient' }, this.context));
  }

  private outcomes(): Outcomes {
    const leftAt = this.door.leftAt;
    const unserved = [...this.visits.values()].filter(
      (visit) => visit.arrivedAt !== null && this.token(visit.tokenId)?.status !== 'served',
    );
    return {
      neverSeen: unserved.filter((visit) => isThere(visit, leftAt)).length,
      inVain: unserved.filter((visit) => !hasLeft(visit, Math.max(leftAt, visit.arrivedAt ?? 0))).length,
    };
  }
}
