import { type Language, languageFacts } from '../i18n/languages';

/** A voice that neither ends nor fails must not hold up the queue, ms. */
const PATIENCE = 30_000;

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

/** Says a sentence. Fulfilled when it was said, failed or was stopped. */
export function speak(text: string, language: Language, volume: number): Promise<void> {
  return new Promise((done) => {
    const utterance = new SpeechSynthesisUtterance(text);
    const patience = setTimeout(done, PATIENCE);
    const end = (): void => {
      clearTimeout(patience);
      done();
    };
    utterance.voice = voiceFor(language) ?? null;
    utterance.lang = languageFacts[language].locale;
    utterance.volume = volume;
    utterance.rate = 0.9;
    utterance.onend = end;
    utterance.onerror = end;
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
