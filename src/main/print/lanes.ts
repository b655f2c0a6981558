import type { PrintTarget } from '../../shared/model/print-settings';

/** One thing at a time per printer; different printers do not wait for each other. */
export interface Lanes {
  /** Runs the task when all before it in this lane are done. */
  run<A>(lane: string, task: () => Promise<A>): Promise<A>;
  isBusy(lane: string): boolean;
}

export function createLanes(): Lanes {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(lane, task) {
      const before = last.get(lane) ?? Promise.resolve();
      const done = before.then(task, task);
      const settled = done
        .catch(() => undefined)
        .then(() => {
          if (last.get(lane) === settled) last.delete(lane);
        });
      last.set(lane, settled);
      return done;
    },
    isBusy: (lane) => last.has(lane),
  };
}

/** Names the printer behind a target: the same for two stations that share it. */
export function laneOf({ way, printer, host, port, device, folder }: PrintTarget): string {
  switch (way) {
    case 'system':
      return `system ${printer ?? ''}`;
    case 'network':
      return `network ${host}:${port}`;
    case 'device':
      return `device ${device}`;
    case 'pdf':
      return `pdf ${folder}`;
    case 'none':
      return 'none';
  }
}
