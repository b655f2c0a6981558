import { type Language, languageFacts } from '../i18n/languages';

/** Whether this computer has a voice that speaks the language. */
export function hasSystemVoice(language: Language): boolean {
  return voiceFor(language) !== undefined;
}

/** Tells when the computer's voices are known: the list comes late. Returns the function that stops it. */
export function whenVoicesChange(listener: () => void): () => void {
  if (!('speechSynthesis' in window)) return () => undefined;
  speechSynthesis.addEventListener('voiceschanged', listener);
  return () => speechSynthesis.removeEventListener('voiceschanged', listener);
}

/** A slow voice takes so long for a letter, ms; and so long to begin. */
const LETTER_MS = 160;
const BEGIN_MS = 4_000;
/** A voice that failed so often is not tried again by itself. */
const MOST_FAILURES = 2;

/** This computer's voices as one announcer uses them: what it knows of their faults is its own. */
export interface SystemVoices {
  /** Whether there is a voice for the language that has not failed too often. */
  has(language: Language): boolean;
  /** Says a sentence. `false`: it failed, or never came to an end; then it is silenced, so that the next can be said. */
  say(text: string, language: Language, volume: number): Promise<boolean>;
  /** Somebody asks for them anew. */
  forgive(): void;
}

/** @param onGivenUp told once of each language whose voice is not used any more */
export function createSystemVoices(onGivenUp: (language: Language) => void): SystemVoices {
  const failures = new Map<Language, number>();
  return {
    has: (language) => (failures.get(language) ?? 0) < MOST_FAILURES && hasSystemVoice(language),
    async say(text, language, volume) {
      const said = await speak(text, language, volume);
      const failed = said ? 0 : (failures.get(language) ?? 0) + 1;
      failures.set(language, failed);
      if (failed === MOST_FAILURES) onGivenUp(language);
      return said;
    },
    forgive: () => failures.clear(),
  };
}

/** Fulfilled when the sentence was said (`true`), or failed, was stopped, or took longer than any voice would. */
function speak(text: string, language: Language, volume: number): Promise<boolean> {
  if (!('speechSynthesis' in window)) return Promise.resolve(false);
  return new Promise((done) => {
    const utterance = new SpeechSynthesisUtterance(text);
    const watchdog = setTimeout(
      () => {
        // Left alone it would keep every later sentence waiting.
        speechSynthesis.cancel();
        done(false);
      },
      BEGIN_MS + text.length * LETTER_MS,
    );
    const end = (said: boolean): void => {
      clearTimeout(watchdog);
      done(said);
    };
    utterance.voice = voiceFor(language) ?? null;
    utterance.lang = languageFacts[language].locale;
    utterance.volume = volume;
    utterance.rate = 0.9;
    utterance.onend = () => end(true);
    utterance.onerror = () => end(false);
    speechSynthesis.speak(utterance);
  });
}

export function stopSpeaking(): void {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}

function voiceFor(language: Language): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in window)) return undefined;
  const voices = speechSynthesis.getVoices().filter(({ lang }) => lang.toLowerCase().startsWith(language));
  // A voice that needs the network would fail when it is wanted most.
  return voices.find(({ localService }) => localService) ?? voices[0];
}
