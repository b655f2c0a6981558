/** Two rising notes, three times: unlike the chime of the waiting room, and over in a second and a half. */
const notes = [0, 0.22, 0.55, 0.77, 1.1, 1.32] as const;
const LENGTH = 0.18;
const KEY = 'opd.doctor.quiet';

/**
 * Announces an emergency in this room. It is a signal for the doctor, so that it has a switch of its own in each
 * window and not the waiting room's volume. Answers whether it can be heard.
 */
export async function soundEmergency(): Promise<boolean> {
  if (isQuiet()) return false;
  const context = new AudioContext();
  await context.resume().catch(() => undefined);
  if (context.state !== 'running') return false;
  const begin = context.currentTime + 0.05;
  for (const [index, at] of notes.entries()) {
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = index % 2 === 0 ? 660 : 880;
    loudness.gain.setValueAtTime(0, begin + at);
    loudness.gain.linearRampToValueAtTime(0.25, begin + at + 0.02);
    loudness.gain.linearRampToValueAtTime(0, begin + at + LENGTH);
    tone.connect(loudness).connect(context.destination);
    tone.start(begin + at);
    tone.stop(begin + at + LENGTH);
    if (index === notes.length - 1) tone.onended = () => void context.close();
  }
  return true;
}

export function isQuiet(): boolean {
  return localStorage.getItem(KEY) === 'yes';
}

export function setQuiet(quiet: boolean): void {
  localStorage.setItem(KEY, quiet ? 'yes' : 'no');
}
