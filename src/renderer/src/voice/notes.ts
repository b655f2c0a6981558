/** A note: when it begins, s, and how high it is, Hz. */
export type Note = readonly [at: number, frequency: number];

const LENGTH = 0.18;
const LOUDNESS = 0.25;

/** Plays a few notes, which need no file. Answers whether it can be heard: a page that nobody has touched yet may not sound. */
export async function playNotes(notes: readonly Note[]): Promise<boolean> {
  const context = new AudioContext();
  // A browser that refuses leaves the promise open for as long as nobody touches the page.
  await Promise.race([context.resume().catch(() => undefined), nextTurn()]);
  if (context.state !== 'running') {
    await context.close();
    return false;
  }
  const begin = context.currentTime + 0.05;
  for (const [index, [at, frequency]] of notes.entries()) {
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = frequency;
    loudness.gain.setValueAtTime(0, begin + at);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, begin + at + 0.02);
    loudness.gain.linearRampToValueAtTime(0, begin + at + LENGTH);
    tone.connect(loudness).connect(context.destination);
    tone.start(begin + at);
    tone.stop(begin + at + LENGTH);
    if (index === notes.length - 1) tone.onended = () => void context.close();
  }
  return true;
}

const nextTurn = (): Promise<void> => new Promise((resume) => setTimeout(resume, 500));
