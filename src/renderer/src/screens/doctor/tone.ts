import { type Note, playNotes } from '../../voice/notes';

/** Two rising notes, three times: unlike the chime of the waiting room, and over in a second and a half. */
const notes: readonly Note[] = [
  [0, 660],
  [0.22, 880],
  [0.55, 660],
  [0.77, 880],
  [1.1, 660],
  [1.32, 880],
];
const KEY = 'opd.doctor.quiet';

/**
 * Announces an emergency in this room. It is a signal for the doctor, so that it has a switch of its own in each
 * window and not the waiting room's volume. Answers whether it can be heard.
 */
export async function soundEmergency(): Promise<boolean> {
  if (isQuiet()) return false;
  return playNotes(notes);
}

export function isQuiet(): boolean {
  return localStorage.getItem(KEY) === 'yes';
}

export function setQuiet(quiet: boolean): void {
  localStorage.setItem(KEY, quiet ? 'yes' : 'no');
}
