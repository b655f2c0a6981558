import { MINUTE } from '../../shared/model/time';
import { priorityOf, type Source } from '../../shared/model/token';
import { MIX } from './plan';
import type { Service } from './queue-theory';
import { RandomStream } from './random';

/** Somebody who comes and is here at once; whole milliseconds. */
export interface Arrival {
  readonly at: number;
  readonly source: Source;
  readonly serviceMs: number;
}

/** The load of the anchors: mean 8 minutes, CV 0.6, load 0.9, the mix of the sources. */
export const ANCHOR: Service = { mean: 8, variation: 0.6, load: 0.9 };

/** An endless Poisson stream with gamma service (exponential for a variation of 1), shared by so many servers. */
export function* arrivals({ mean, variation, load }: Service, seed: number, servers = 1): Generator<Arrival> {
  const random = new RandomStream(seed, 'anchor', mean, variation, load, servers);
  for (let at = 0; ; ) {
    at += random.exponential((mean * MINUTE) / load / servers);
    const minutes = variation === 1 ? random.exponential(mean) : random.gamma(mean, variation);
    yield {
      at: Math.round(at),
      source: random.pick(MIX),
      serviceMs: Math.max(1, Math.round(minutes * MINUTE)),
    };
  }
}

/** The next `count` of them. */
export function take(stream: Generator<Arrival>, count: number): Arrival[] {
  return Array.from({ length: count }, () => stream.next().value as Arrival);
}

/** A plain single server, `strict` by priority then arrival, or first come first served: nothing of the engine. */
export class ReferenceServer {
  private readonly lines: Arrival[][] = [[], [], [], [], [], []];
  private readonly heads = [0, 0, 0, 0, 0, 0];
  private freeAt = 0;

  constructor(
    private readonly strict: boolean,
    private readonly onStart: (arrival: Arrival, waitMs: number) => void,
  ) {}

  arrive(arrival: Arrival): void {
    this.serveUntil(arrival.at);
    const line = this.strict ? priorityOf[arrival.source] : 0;
    this.lines[line]?.push(arrival);
  }

  /** Starts everyone whose turn comes before `at`. */
  serveUntil(at: number): void {
    while (this.freeAt < at) {
      const next = this.shift();
      if (!next) return;
      const start = Math.max(this.freeAt, next.at);
      this.onStart(next, start - next.at);
      this.freeAt = start + next.serviceMs;
    }
  }

  private shift(): Arrival | undefined {
    for (const [index, line] of this.lines.entries()) {
      const head = this.heads[index] ?? 0;
      const arrival = line[head];
      if (!arrival) continue;
      this.heads[index] = head + 1;
      if (head > 1000 && head * 2 > line.length) {
        line.splice(0, head + 1);
        this.heads[index] = 0;
      }
      return arrival;
    }
    return undefined;
  }
}

/** The waits of a first-come line before several servers (Kiefer and Wolfowitz, 1955), milliseconds. */
export class ReferencePool {
  private readonly freeAt: number[];

  constructor(servers: number) {
    this.freeAt = Array.from({ length: servers }, () => 0);
  }

  wait({ at, serviceMs }: Arrival): number {
    let first = 0;
    for (let server = 1; server < this.freeAt.length; server += 1) {
      if ((this.freeAt[server] ?? 0) < (this.freeAt[first] ?? 0)) first = server;
    }
    const start = Math.max(at, this.freeAt[first] ?? 0);
    this.freeAt[first] = start + serviceMs;
    return start - at;
  }
}
