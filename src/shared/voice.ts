import { languages } from './model/language';

/** Clips are kept by language; what belongs to none, the chime, is in `common`. */
export const voiceFolders = ['common', ...languages] as const;
export type VoiceFolder = (typeof voiceFolders)[number];

/** What a clinic's own recording may end in; the clips of the app are all Opus. */
export const recordingEndings = ['opus', 'ogg', 'wav', 'mp3'] as const;

const letters = [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `letter-${letter}` as const);
const digits = [...'0123456789'].map((digit) => `digit-${digit}` as const);

/** The pieces of sentences. The two that end in `-after` stand behind the number or the room, where a language needs that. */
const words = [
  'token-number',
  'token-number-after',
  'go-to-room',
  'go-to-room-after',
  'go-to-board',
  'go-to-doctor',
] as const;

/** Every clip that a language may have, by the name of its file. */
export const clipNames: readonly string[] = [...words, ...digits, ...letters];
export type WordClip = (typeof words)[number];

/** A recording of a clinic for one of its rooms, the whole sentence: `room-ground-floor` for “Ground floor”. */
export function roomClip(room: string): string {
  const name = room.normalize('NFC').toLowerCase();
  return `room-${name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}`;
}

/** Whether this can be the name of a clip: letters, digits and hyphens, so that it never leaves its folder. */
export function isClipName(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}-]{1,60}$/u.test(text);
}
