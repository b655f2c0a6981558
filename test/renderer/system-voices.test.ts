import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSystemVoices } from '../../src/renderer/src/voice/system-voices';

/** A voice of a computer as tests need it: it ends, fails, or does neither. */
let manner: 'ends' | 'fails' | 'hangs' = 'ends';
let silenced = 0;

class Utterance {
  onend = (): void => undefined;
  onerror = (): void => undefined;
}

beforeEach(() => {
  vi.useFakeTimers();
  silenced = 0;
  const speechSynthesis = {
    getVoices: () => [{ lang: 'en-IN', localService: true }],
    speak(utterance: Utterance) {
      if (manner === 'ends') utterance.onend();
      if (manner === 'fails') utterance.onerror();
    },
    cancel() {
      silenced += 1;
    },
  };
  vi.stubGlobal('window', { speechSynthesis });
  vi.stubGlobal('speechSynthesis', speechSynthesis);
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const sentence = 'Token number A 17, please go to room 3';

test('a voice that never comes to an end is silenced by the length of its text, and nothing counts as said', async () => {
  manner = 'hangs';
  const voices = createSystemVoices(() => undefined);
  const said = voices.say(sentence, 'en', 1);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(silenced).toBe(0);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await said).toBe(false);
  expect(silenced).toBe(1);
});

test('a voice that fails twice is given up until somebody asks for it again', async () => {
  const givenUp: string[] = [];
  const voices = createSystemVoices((language) => givenUp.push(language));
  manner = 'fails';
  expect(await voices.say(sentence, 'en', 1)).toBe(false);
  expect(voices.has('en')).toBe(true);
  expect(await voices.say(sentence, 'en', 1)).toBe(false);
  expect(voices.has('en')).toBe(false);
  expect(givenUp).toEqual(['en']);
  voices.forgive();
  expect(voices.has('en')).toBe(true);
});

test('a sentence that was said clears the one that failed before', async () => {
  const voices = createSystemVoices(() => undefined);
  for (const next of ['fails', 'ends', 'fails'] as const) {
    manner = next;
    expect(await voices.say(sentence, 'en', 1)).toBe(next === 'ends');
  }
  expect(voices.has('en')).toBe(true);
});

test('a computer without voices says nothing, and says so', async () => {
  vi.stubGlobal('window', {});
  const voices = createSystemVoices(() => undefined);
  expect(voices.has('en')).toBe(false);
  expect(await voices.say(sentence, 'en', 1)).toBe(false);
});
