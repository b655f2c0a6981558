/** A program that asks now and then, and holds no event stream, counts as connected for so long. */
const LATELY_MS = 2 * 60_000;

/** Which devices are there now: those that listen, and those that asked something lately. */
export interface Presence {
  asked(deviceId: string): void;
  /** It was shut out. */
  gone(deviceId: string): void;
  /** @param listening the devices with an open event stream */
  count(listening: Iterable<string>): number;
}

/** @param now ms that no change of the clock touches */
export function createPresence(now: () => number = () => performance.now()): Presence {
  const lastAsked = new Map<string, number>();
  return {
    asked: (deviceId) => lastAsked.set(deviceId, now()),
    gone: (deviceId) => lastAsked.delete(deviceId),
    count(listening) {
      const lately = now() - LATELY_MS;
      for (const [id, at] of lastAsked) if (at < lately) lastAsked.delete(id);
      return new Set([...lastAsked.keys(), ...listening]).size;
    },
  };
}
