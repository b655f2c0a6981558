import type { Instant } from '../../../shared/model/time';
import type { Context } from '../context';
import { groups, type Job } from './jobs';
import { byOrder, bySlot, compareJobs, type Moment } from './order';

/** Takes out whom call next takes at a moment; undefined: nobody is left. Moments only go forward. */
export type Line = (moment: Moment) => Job | undefined;

/**
 * The line of {@link compareJobs}, in lanes whose own order never changes as long as time goes on: those of one target by
 * since when they wait, those whose slot is still ahead by slot, the list by its own order. Only the first of each lane
 * are compared anew at each moment; who changes lanes is moved when it is time.
 */
export function lineOf(jobs: readonly Job[], { at, calls }: Moment, context: Context): Line {
  const isFair = context.rules.callOrder === 'fair';
  const coming = new Lane(byComing);
  const emergencies = new Lane((a, b) => a.checkedIn - b.checkedIn || byOrder(a, b));
  const held = new Lane(byOrder);
  const notDue = new Lane(byOrder);
  const list = new Lane(byOrder);
  // On the list too, but not to its end.
  const promised = new Lane(byOrder);
  const ahead = new Lane(bySlot);
  const begun = new Map<number, Lane>();
  const lanes = [emergencies, held, ahead, list, promised, notDue, coming];

  function begunOf(targetMs: number): Lane {
    const known = begun.get(targetMs);
    if (known) return known;
    const lane = new Lane(bySince);
    begun.set(targetMs, lane);
    lanes.push(lane);
    return lane;
  }

  function laneOf(job: Job, moment: Moment): Lane {
    if (job.readyAt > moment.at) return coming;
    if (job.callsToGo > moment.calls) return notDue;
    if (job.group === groups.emergency) return emergencies;
    if (job.group === groups.held) return held;
    if (job.group === groups.list && job.seatAt > moment.at) return job.seatAt === Infinity ? list : promised;
    return isFair && job.slotStart <= moment.at ? begunOf(job.targetMs) : ahead;
  }

  /** Moves those whose time has come; who may go no further stays. */
  function goOn(moment: Moment): void {
    const move = (job: Job): void => laneOf(job, moment).add(job);
    for (const job of coming.takeWhile(({ readyAt }) => readyAt <= moment.at)) move(job);
    for (const job of notDue.takeAll(({ callsToGo }) => callsToGo <= moment.calls)) move(job);
    for (const job of promised.takeAll(({ seatAt }) => seatAt <= moment.at)) move(job);
    if (isFair) for (const job of ahead.takeWhile(({ slotStart }) => slotStart <= moment.at)) move(job);
  }

  for (const job of jobs) laneOf(job, { at, calls }).addLater(job);
  return (moment) => {
    goOn(moment);
    let best: Lane | undefined;
    let first: Job | undefined;
    for (const lane of lanes) {
      const job = lane.first;
      if (!job || (first && compareJobs(first, job, moment, context) <= 0)) continue;
      best = lane;
      first = job;
    }
    return best?.take();
  };
}

/** Of those who are not here yet, who comes first. */
function byComing(a: Job, b: Job): number {
  return a.readyAt - b.readyAt || a.group - b.group || byOrder(a, b);
}

/** Of those of one target whose slot has begun: who has waited longest has the highest score at any moment. */
function bySince(a: Job, b: Job): number {
  return sinceOf(a) - sinceOf(b) || a.checkedIn - b.checkedIn || byOrder(a, b);
}

const sinceOf = ({ checkedIn, slotStart }: Job): Instant => Math.max(checkedIn, slotStart);

/** Jobs in an order of their own; the first one last, to be taken at no cost. */
class Lane {
  private readonly jobs: Job[] = [];
  private isSorted = true;

  constructor(private readonly compare: (a: Job, b: Job) => number) {}

  get first(): Job | undefined {
    this.sort();
    return this.jobs.at(-1);
  }

  take(): Job | undefined {
    this.sort();
    return this.jobs.pop();
  }

  /** Many at once, sorted when the first of them is asked for. */
  addLater(job: Job): void {
    this.jobs.push(job);
    this.isSorted = false;
  }

  add(job: Job): void {
    this.sort();
    let low = 0;
    let high = this.jobs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.jobs[middle];
      if (other && this.compare(other, job) > 0) low = middle + 1;
      else high = middle;
    }
    this.jobs.splice(low, 0, job);
  }

  /** From the first on, as long as they are such. */
  takeWhile(isSuch: (job: Job) => boolean): Job[] {
    const taken: Job[] = [];
    for (let job = this.first; job && isSuch(job); job = this.first) {
      taken.push(job);
      this.jobs.pop();
    }
    return taken;
  }

  /** All that are such, wherever they stand. */
  takeAll(isSuch: (job: Job) => boolean): Job[] {
    if (!this.jobs.some(isSuch)) return [];
    const taken = this.jobs.filter(isSuch);
    const left = this.jobs.filter((job) => !isSuch(job));
    this.jobs.splice(0, this.jobs.length, ...left);
    return taken;
  }

  private sort(): void {
    if (this.isSorted) return;
    this.jobs.sort((a, b) => this.compare(b, a));
    this.isSorted = true;
  }
}
