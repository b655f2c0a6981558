import type { Screen } from '../../../shared/model/screen';
import { arriveByName, goByName } from './by-name';
import { askSession } from './session';

const PAUSES_MS = [300, 1_000, 2_000, 5_000] as const;

/**
 * Asks the server, until it answers, what this browser may show: the wanted screen, else the first it may; `pair`
 * if the server does not know it. The page's address says what is shown, so that a reload shows it again.
 * @param sayWaiting shows that there is no answer yet
 */
export async function admittedScreen(wanted: string, sayWaiting: () => void): Promise<Screen | 'pair'> {
  let session = await askSession();
  for (let failures = 0; session === null; failures += 1) {
    sayWaiting();
    await new Promise((resume) => setTimeout(resume, PAUSES_MS[failures] ?? PAUSES_MS[3]));
    session = await askSession();
  }
  session = await arriveByName(session);
  if (await goByName(session)) return new Promise(() => undefined);
  if (!session.paired) return 'pair';
  const screen = session.screens.find((one) => one === wanted) ?? session.screens[0];
  if (screen === undefined) return 'pair';
  const query = new URLSearchParams(location.search);
  query.set('screen', screen);
  if (session.doctorId !== null) query.set('doctor', session.doctorId);
  history.replaceState(null, '', `/?${query.toString()}`);
  return screen;
}
