import { MINUTE } from '../../shared/model/time';
import { instantOf, type Stretch } from './clinic';

/** After a longer one the doctor is back when the next slot begins, however late the morning ended. */
const LONGEST_BREAK = 60 * MINUTE;

/** Where the doctor's time goes on a simulated day; times are instants, lengths milliseconds. */
export class DoctorClock {
  readonly opensAt: number;
  readonly endsAt: number;
  /** The doctor comes: the start of the first slot and the delay. */
  readonly comesAt: number;
  /** Without a patient between coming and the end of the last slot, breaks aside. */
  idleMs = 0;
  busyMs = 0;
  private lastServed = 0;
  private since: number | undefined;
  private started = 0;
  private readonly breaks: { at: number; lengthMs: number }[] = [];

  constructor(stretches: readonly Stretch[], lateMs: number) {
    const inOrder = [...stretches].sort((a, b) => a.start - b.start);
    this.opensAt = instantOf(inOrder[0]?.start ?? 0);
    this.endsAt = instantOf(inOrder.at(-1)?.end ?? 0);
    this.comesAt = Math.round(this.opensAt + lateMs);
    for (const [index, { end }] of inOrder.entries()) {
      const next = inOrder[index + 1];
      if (next && next.start > end) {
        this.breaks.push({ at: instantOf(end), lengthMs: instantOf(next.start) - instantOf(end) });
      }
    }
  }

  /** After the last slot's end, until the last patient has gone. */
  get overtimeMs(): number {
    return Math.max(0, this.lastServed - this.endsAt);
  }

  breakIsDue(now: number): boolean {
    const next = this.breaks[0];
    return next !== undefined && next.at <= now;
  }

  /** Begins a break that is due: the instant it ends; undefined if none is. */
  takeBreak(now: number): number | undefined {
    const next = this.breakIsDue(now) ? this.breaks.shift() : undefined;
    if (!next) return undefined;
    // A doctor without patients left at the hour of the break.
    const from = this.since === undefined ? now : Math.min(now, Math.max(this.since, next.at));
    this.idleUntil(from);
    const isLong = next.lengthMs > LONGEST_BREAK;
    return Math.max(now, (isLong ? next.at : from) + next.lengthMs);
  }

  freeFrom(now: number): void {
    this.since ??= now;
  }
  busyFrom(now: number): void {
    this.idleUntil(now);
    this.started = now;
  }
  servedAt(now: number): void {
    this.busyMs += now - this.started;
    this.lastServed = now;
  }
  /** The day is over. */
  close(): void {
    this.idleUntil(this.endsAt);
  }

  private idleUntil(now: number): void {
    if (this.since !== undefined) this.idleMs += Math.max(0, Math.min(now, this.endsAt) - this.since);
    this.since = undefined;
  }
}
