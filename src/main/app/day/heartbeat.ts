import type { Environment } from '../environment';

/** Windows take twice this without a word for silence, and say so. */
const BEAT_MS = 2_000;

/** Tells every window, again and again, that the app lives. Answers how to stop. */
export function startHeartbeat({ clock, publish }: Pick<Environment, 'clock' | 'publish'>): () => void {
  const timer = setInterval(() => publish({ type: 'heartbeat', now: clock.now() }), BEAT_MS);
  return () => clearInterval(timer);
}
