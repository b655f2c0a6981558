import { type Note, playNotes } from '../../voice/notes';

/** Two falling notes, twice: neither the waiting room's chime nor a doctor's emergency. */
const notes: readonly Note[] = [
  [0, 740],
  [0.25, 590],
  [0.7, 740],
  [0.95, 590],
];
const KEY = 'opd.alarms.quiet';

/** Answers whether it could be heard, if it was to. */
export async function soundAlarm(): Promise<boolean> {
  return isQuiet() || playNotes(notes);
}

/** Of this window alone. */
export function isQuiet(): boolean {
  return localStorage.getItem(KEY) === 'yes';
}

export function setQuiet(quiet: boolean): void {
  localStorage.setItem(KEY, quiet ? 'yes' : 'no');
}
