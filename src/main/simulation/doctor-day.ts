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
  issue,
  recall,
  reinstate,
  serve,
  start,
  sweep,
  viewSlots,
} from '../engine';
import { Agenda } from './agenda';
import { openBook, SIMULATED_DAY, tokenIdOf } from './clinic';
import { DoctorClock } from './doctor-clock';
import type { DayPlan, PlannedPatient } from './plan';
import { callBy, type Policy, rulesUnder } from './policy';

/** How often the clinic's timer looks for no-shows, and staff repeat a call. */
const SWEEP_EVERY = 5 * MINUTE;
const RECALL_EVERY = MINUTE;

/** Told of everything that happens; sees, and cannot change anything. */
export interface Observer {
  decided?(before: Book, decision: Decision, context: Context): void;
  /** The patient is here: with a token just issued, or checked in. */
  arrived?(book: Book, token: Token, context: Context): void;
  /** For the first time. */
  called?(token: Token, patient: PlannedPatient, context: Context): void;
  served?(token: Token, patient: PlannedPatient): void;
  ended?(book: Book, clock: DoctorClock): void;
}

/** A patient on the way through the day. */
interface Visit {
  readonly patient: PlannedPatient;
  tokenId: TokenId | undefined;
  /** The way to the clinic is planned. */
  coming: boolean;
  called: boolean;
  backAt: number;
}

/** One doctor's day as a discrete-event simulation of the engine: every change is one of its commands. */
export class DoctorDay {
  private readonly agenda = new Agenda();
  private readonly rules: RuleSettings;
  private readonly visits = new Map<TokenId, Visit>();
  private readonly clock: DoctorClock;
  private book: Book;
  /** Somebody is called or in consultation, or the doctor is not there. */
  private occupied = true;

  constructor(
    private readonly plan: DayPlan,
    private readonly doctor: number,
    private readonly policy: Policy,
    rules: RuleSettings,
    private readonly observers: readonly Observer[],
  ) {
    this.rules = rulesUnder(policy, rules);
    this.book = openBook(doctor, plan.stretches, plan.capacity);
    this.clock = new DoctorClock(plan.stretches, plan.lateMs[doctor] ?? 0);
  }

  /** The book at the end of the day. */
  run(): Book {
    for (const patient of this.plan.patients) {
      if (patient.doctor === this.doctor) this.agenda.plan(patient.asksAt, () => this.ask(patient));
    }
    for (let at = this.clock.opensAt; at <= this.clock.endsAt + 30 * MINUTE; at += SWEEP_EVERY) {
      this.agenda.plan(at, () => this.apply(sweep(this.book, {}, this.context)));
    }
    this.agenda.plan(this.clock.comesAt, () => this.free());
    this.agenda.run();
    this.clock.close();
    for (const observer of this.observers) observer.ended?.(this.book, this.clock);
    return this.book;
  }

  private get context(): Context {
    return { now: this.agenda.now, today: SIMULATED_DAY, rules: this.rules };
  }

  /** Takes over what the engine decided; a refusal changes nothing. */
  private apply(result: Result<Decision>): Token | null {
    if (!result.ok) return null;
    const before = this.book;
    this.book = result.value.book;
    for (const observer of this.observers) observer.decided?.(before, result.value, this.context);
    for (const event of result.value.events) {
      if ('after' in event && 'number' in event.after) this.comeIfSeated(event.after);
    }
    this.callIfFree();
    return result.value.token;
  }

  private ask(patient: PlannedPatient): void {
    const id = tokenIdOf(patient.index);
    const visit = { patient, tokenId: id, coming: !patient.booked, called: false, backAt: 0 };
    this.visits.set(id, visit);
    const result = issue(
      this.book,
      {
        id,
        source: patient.source,
        channel: patient.booked ? 'http' : 'desk',
        patientName: `Patient ${patient.index + 1}`,
        patientContact: '',
        slotId: patient.booked ? this.chosenSlot(patient) : undefined,
        checkedIn: !patient.booked,
      },
      this.context,
    );
    const { cancelsAt } = patient;
    if (cancelsAt !== null) this.agenda.plan(cancelsAt, () => this.cancel(id));
    this.arrived(patient.booked ? null : result);
    this.apply(result);
  }

  /** As on a booking page: one of the coming slots that have a free seat. */
  private chosenSlot({ slotChoice }: PlannedPatient): Book['slots'][number]['id'] | undefined {
    const free = viewSlots(this.book, this.context).filter(
      (slot) => slot.phase === 'upcoming' && slot.free > 0,
    );
    return free[Math.floor(slotChoice * free.length)]?.id;
  }

  /** Whoever has a seat, and means to come, sets out in time for the slot. */
  private comeIfSeated(token: Token): void {
    const visit = this.visits.get(token.id);
    if (!visit || visit.coming || !visit.patient.comes || token.status !== 'active') return;
    const slot = this.book.slots.find(({ id }) => id === token.slotId);
    if (!slot) return;
    visit.coming = true;
    const soonest = this.agenda.now + visit.patient.travelMs;
    const at = Math.max(soonest, slot.startsAt + visit.patient.punctualityMs);
    this.agenda.plan(at, () => this.arrive(token.id));
  }

  private arrive(tokenId: TokenId): void {
    const token = this.book.tokens.find(({ id }) => id === tokenId);
    if (!token || token.status === 'cancelled') return;
    const command = token.status === 'no_show' ? reinstate : checkIn;
    const result = command(this.book, { tokenId }, this.context);
    this.arrived(result);
    this.apply(result);
  }

  private arrived(result: Result<Decision> | null): void {
    if (!result?.ok || !result.value.token) return;
    const { book, token } = result.value;
    for (const observer of this.observers) observer.arrived?.(book, token, this.context);
  }

  private cancel(tokenId: TokenId): void {
    this.apply(cancel(this.book, { tokenId, reason: 'patient' }, this.context));
  }

  /** The doctor has nobody: a break if one is due, else the next patient. */
  private free(): void {
    this.occupied = true;
    const backAt = this.clock.takeBreak(this.agenda.now);
    if (backAt !== undefined) {
      this.agenda.plan(backAt, () => this.free());
      return;
    }
    this.occupied = false;
    this.clock.freeFrom(this.agenda.now);
    this.callIfFree();
  }

  private callIfFree(): void {
    if (this.occupied) return;
    if (this.clock.breakIsDue(this.agenda.now)) {
      this.free();
      return;
    }
    const result = callBy(this.policy, this.book, this.context);
    if (!result.ok || !result.value.token) return;
    this.occupied = true;
    const { token } = result.value;
    this.apply(result);
    const visit = this.visits.get(token.id);
    if (visit) this.answer(token, visit);
  }

  private answer(token: Token, visit: Visit): void {
    const now = this.agenda.now;
    if (!visit.called) {
      visit.called = true;
      visit.backAt = now + visit.patient.steppedOutMs;
      for (const observer of this.observers) observer.called?.(token, visit.patient, this.context);
    }
    if (visit.backAt <= now) this.consult(token.id, visit);
    else this.agenda.plan(now + RECALL_EVERY, () => this.callAgain(token, visit));
  }

  /** Another call, or the patient is back; the recalls spent, the engine holds the token back (R19). */
  private callAgain(token: Token, visit: Visit): void {
    if (visit.backAt <= this.agenda.now) {
      this.consult(token.id, visit);
      return;
    }
    const after = this.apply(recall(this.book, { tokenId: token.id }, this.context));
    if (after?.status === 'active' && after.stage === 'called') this.answer(after, visit);
    else this.free();
  }

  private consult(tokenId: TokenId, visit: Visit): void {
    if (!this.apply(start(this.book, { tokenId }, this.context))) {
      // Marked a no-show while away: asks at the desk to be taken back.
      this.arrive(tokenId);
      this.free();
      return;
    }
    this.clock.busyFrom(this.agenda.now);
    this.agenda.plan(this.agenda.now + visit.patient.serviceMs, () => {
      const token = this.apply(serve(this.book, { tokenId }, this.context));
      this.clock.servedAt(this.agenda.now);
      if (token) for (const observer of this.observers) observer.served?.(token, visit.patient);
      this.free();
    });
  }
}
