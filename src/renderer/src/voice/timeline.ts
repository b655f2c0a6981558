import type { Language } from '../../../shared/model/language';
import type { VoiceFolder, WordClip } from '../../../shared/voice';
import type { Call } from './call';
import { type Ending, type Piece, phrases } from './phrases';
import { type Destination, destinationOf, spellNumber } from './spell';

/** A clip by folder and name: `en/digit-3`, `common/chime`. */
export type ClipId = `${VoiceFolder}/${string}`;

/** A clip at its time; both in ms, from the timeline's begin. */
export interface Cue {
  readonly clip: ClipId;
  readonly startsAt: number;
  readonly lasts: number;
}

/** What is heard when; clips never overlap. */
export interface Timeline {
  readonly cues: readonly Cue[];
  /** To the end of the last clip, ms. */
  readonly lasts: number;
}

/** How long each clip lasts, ms; a clip that is not in it cannot be played. */
export type Durations = ReadonlyMap<ClipId, number>;

/** A stretch of an announcement: clips, or a sentence for a voice of this computer. */
export type Part =
  | { readonly kind: 'clips'; readonly timeline: Timeline }
  | { readonly kind: 'system'; readonly language: Language };

/** What is said, and how often. */
export interface Manner {
  readonly languages: readonly Language[];
  readonly times: number;
}

export const CHIME: ClipId = 'common/chime';

/** Silence before a piece, ms. What is spelled needs time to be written down by a finger on a slip. */
export const gaps = { word: 60, spelled: 140, breath: 380, language: 600, round: 900 } as const;

/** All clips that may be needed for a call; of those that a language need not have, some may be missing. */
export function clipsFor(call: Call, languages: readonly Language[]): readonly ClipId[] {
  const endings: readonly Ending[] = ['board', destinationOf(call.room).kind];
  const clips = languages.flatMap((language) =>
    endings.flatMap((ending) => sentence(call, language, ending).map(({ clip }) => clip)),
  );
  return [...new Set([CHIME, ...clips])];
}

/** Whether a clip is one that a language need not have, so that nobody must hear of its missing. */
export function isOptional(clip: ClipId): boolean {
  return clip.endsWith('-after') || clip.includes('/room-');
}

/**
 * The whole announcement: the chime, then the sentence in each language, all of it `times` times.
 * A clip that cannot be played is left out with its silence.
 */
export function makeTimeline(call: Call, { languages, times }: Manner, durations: Durations): Timeline {
  const builder = build(durations);
  builder.add(CHIME, 0);
  for (let round = 0; round < times; round += 1) {
    for (const [index, language] of languages.entries()) {
      const before = round === 0 && index === 0 ? gaps.breath : index === 0 ? gaps.round : gaps.language;
      addSentence(builder, call, language, before, durations);
    }
  }
  return builder.timeline();
}

/**
 * The same where this computer's voices say it: each language that has one is a part of its own, the others are
 * clips.
 */
export function makeParts(
  call: Call,
  { languages, times }: Manner,
  durations: Durations,
  hasVoice: (language: Language) => boolean,
): readonly Part[] {
  if (!languages.some(hasVoice)) {
    return [{ kind: 'clips', timeline: makeTimeline(call, { languages, times }, durations) }];
  }
  const parts: Part[] = [];
  let builder = build(durations);
  builder.add(CHIME, 0);
  const close = (): void => {
    const timeline = builder.timeline();
    if (timeline.cues.length > 0) parts.push({ kind: 'clips', timeline });
    builder = build(durations);
  };
  for (let round = 0; round < times; round += 1) {
    for (const language of languages) {
      if (hasVoice(language)) {
        close();
        parts.push({ kind: 'system', language });
      } else addSentence(builder, call, language, gaps.language, durations);
    }
  }
  close();
  return parts;
}

interface Placed {
  readonly clip: ClipId;
  readonly before: number;
}

function addSentence(
  builder: Builder,
  call: Call,
  language: Language,
  before: number,
  durations: Durations,
): void {
  const pieces = sentence(call, language, endingOf(call, language, durations));
  for (const [index, piece] of pieces.filter(({ clip }) => durations.has(clip)).entries()) {
    builder.add(piece.clip, index === 0 ? before : piece.before);
  }
}

/** A room with a name is said if the clinic has recorded it, in each language by itself. */
function endingOf(call: Call, language: Language, durations: Durations): Ending {
  const destination = destinationOf(call.room);
  if (destination.kind !== 'named') return destination.kind;
  return durations.has(`${language}/${destination.recording}`) ? 'named' : 'board';
}

/** The clips of a sentence in order, with the silence before each. */
function sentence(call: Call, language: Language, ending: Ending): readonly Placed[] {
  const destination = destinationOf(call.room);
  const placed: Placed[] = [];
  let afterBreath = false;
  for (const piece of phrases[ending]) {
    if (piece === 'breath') afterBreath = true;
    else {
      const clips = clipsOf(piece, call, destination);
      for (const clip of clips) {
        const spelled = typeof piece === 'object';
        const before = afterBreath ? gaps.breath : spelled ? gaps.spelled : gaps.word;
        placed.push({ clip: `${language}/${clip}`, before });
        afterBreath = false;
      }
    }
  }
  return placed;
}

function clipsOf(
  piece: Exclude<Piece, 'breath'>,
  { number }: Call,
  destination: Destination,
): readonly string[] {
  if (piece === 'recording') return destination.kind === 'named' ? [destination.recording] : [];
  if (typeof piece === 'string') return [piece satisfies WordClip];
  if (piece.spelled === 'number') return spellNumber(number);
  return destination.kind === 'room' ? destination.clips : [];
}

interface Builder {
  add(clip: ClipId, before: number): void;
  timeline(): Timeline;
}

/** Lays clips one behind the other. */
function build(durations: Durations): Builder {
  const cues: Cue[] = [];
  let end = 0;
  return {
    add(clip, before) {
      const lasts = durations.get(clip);
      if (lasts === undefined) return;
      // Nothing is waited for before the first sound.
      const startsAt = cues.length === 0 ? 0 : end + before;
      cues.push({ clip, startsAt, lasts });
      end = startsAt + lasts;
    },
    timeline: () => ({ cues, lasts: end }),
  };
}
