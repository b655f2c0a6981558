interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** What happens when, in a discrete-event simulation: a binary heap by time; equal times in the order planned. */
export class Agenda {
  private readonly heap: Entry[] = [];
  private planned = 0;
  private time = 0;

  /** Milliseconds: the time of what runs now. */
  get now(): number {
    return this.time;
  }

  /** Plans `run` for `at` (milliseconds); what lies in the past runs now. */
  plan(at: number, run: () => void): void {
    this.heap.push({ at: Math.max(Math.round(at), this.time), order: this.planned, run });
    this.planned += 1;
    this.rise(this.heap.length - 1);
  }

  /** Runs everything, in order, until nothing is left. */
  run(): void {
    for (let entry = this.take(); entry; entry = this.take()) {
      this.time = entry.at;
      entry.run();
    }
  }

  private take(): Entry | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first && last && first !== last) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  private rise(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.isBefore(index, parent)) return;
      this.swap(index, parent);
      index = parent;
    }
  }

  private sink(from: number): void {
    let index = from;
    for (;;) {
      let first = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < this.heap.length && this.isBefore(child, first)) first = child;
      }
      if (first === index) return;
      this.swap(index, first);
      index = first;
    }
  }

  private isBefore(left: number, right: number): boolean {
    const a = this.heap[left];
    const b = this.heap[right];
    return a !== undefined && b !== undefined && (a.at - b.at || a.order - b.order) < 0;
  }

  private swap(left: number, right: number): void {
    const a = this.heap[left];
    const b = this.heap[right];
    if (!a || !b) return;
    this.heap[left] = b;
    this.heap[right] = a;
  }
}
