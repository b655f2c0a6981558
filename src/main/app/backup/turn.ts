import type { Environment } from '../environment';
import type { RunningWork } from './copying';

/** So much further, before windows hear of it. */
const STEP = 0.04;

/** One thing at a time is done about copies; every window hears how far it is. */
export async function inTurn<T>(
  environment: Environment,
  work: RunningWork['work'],
  does: (progress: (part: number) => void) => Promise<T>,
): Promise<T> {
  const { copying } = environment;
  // Told, whatever becomes of it.
  const tell = (type: 'backupsChanged' | 'printersChanged'): void => {
    try {
      environment.publish({ type });
    } catch (error) {
      environment.log.error('done, but not all that follows', 'telling', error);
    }
  };
  while (copying.running) await copying.running.done;
  let told = 0;
  const progress = (part: number): void => {
    if (copying.running !== running) return;
    running.part = Math.max(running.part, Math.min(1, part));
    if (running.part - told < STEP) return;
    told = running.part;
    tell('backupsChanged');
  };
  // Begun only when it is known to be running.
  const begun = Promise.resolve().then(() => does(progress));
  const done = begun.then(
    (value) => value,
    () => undefined,
  );
  const running: RunningWork = { work, part: 0, done };
  copying.running = running;
  tell('backupsChanged');
  try {
    return await begun;
  } finally {
    if (copying.running === running) copying.running = null;
    tell('printersChanged');
    tell('backupsChanged');
  }
}
