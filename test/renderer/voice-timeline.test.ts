import { describe, expect, it } from 'vitest';
import { destinationOf, spellNumber } from '../../src/renderer/src/voice/spell';
import {
  type ClipId,
  clipsFor,
  gaps,
  isOptional,
  type Manner,
  makeParts,
  makeTimeline,
} from '../../src/renderer/src/voice/timeline';
import { languages } from '../../src/shared/model/language';
import { clipNames, isClipName } from '../../src/shared/voice';
import { callOf } from './helpers/waiting-room';

/** The clips of the app, as they are in the repository. */
const bundled = new Set(
  Object.keys(import.meta.glob('../../resources/voice/*/*.opus', { query: '?url' })).map((path) =>
    path.replace(/^.*\/voice\//, '').replace(/\.opus$/, ''),
  ),
);
const durations = new Map([...bundled].map((clip) => [clip as ClipId, 500]));

const english: Manner = { languages: ['en'], times: 1 };

/** The clips in the order in which they are heard. */
function heard(room: string, manner: Manner = english, more: readonly ClipId[] = []): string {
  const all = new Map([...durations, ...more.map((clip) => [clip, 500] as const)]);
  return makeTimeline(callOf('A-017', { room }), manner, all)
    .cues.map(({ clip }) => clip)
    .join(' ');
}

describe('the clips of the app', () => {
  it('are all that a sentence needs, in every language', () => {
    const everything = languages.flatMap((language) =>
      ['3', 'OPD 12', 'Ground floor', ''].flatMap((room) =>
        clipsFor(callOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789', { room }), [language]),
      ),
    );
    expect(everything.filter((clip) => !bundled.has(clip) && !isOptional(clip))).toEqual([]);
    expect(everything.every((clip) => isClipName(clip.split('/')[1] ?? ''))).toBe(true);
  });

  it('are no others', () => {
    const known = [
      'common/chime',
      ...languages.flatMap((language) => clipNames.map((clip) => `${language}/${clip}`)),
    ];
    expect([...bundled].filter((clip) => !known.includes(clip))).toEqual([]);
  });
});

describe('what is said', () => {
  it('is the chime, the number letter by letter and digit by digit, the room', () => {
    expect(heard('3')).toBe(
      'common/chime en/token-number en/letter-a en/digit-0 en/digit-1 en/digit-7 en/go-to-room en/digit-3',
    );
  });

  it('has the Hindi verb behind the room', () => {
    expect(heard('3', { languages: ['hi'], times: 1 })).toMatch(
      /hi\/go-to-room hi\/digit-3 hi\/go-to-room-after$/,
    );
  });

  it('is said in both languages, in their order, all of it as often as set, after one chime', () => {
    const words = heard('3', { languages: ['ta', 'en'], times: 2 }).split(' ');
    expect(words.filter((clip) => /token-number|chime/.test(clip))).toEqual([
      'common/chime',
      'ta/token-number',
      'en/token-number',
      'ta/token-number',
      'en/token-number',
    ]);
  });

  it('sends to the doctor where there is no room', () => {
    expect(heard('')).toMatch(/en\/digit-7 en\/go-to-doctor$/);
  });

  it('sends to the room on the board where its name cannot be spelled, unless the clinic recorded it', () => {
    expect(heard('Ground floor')).toMatch(/en\/digit-7 en\/go-to-board$/);
    expect(heard('Ground floor', english, ['en/room-ground-floor'])).toMatch(
      /en\/digit-7 en\/room-ground-floor$/,
    );
  });

  it('leaves out a clip that cannot be had, and its silence', () => {
    const short = new Map(durations);
    short.delete('en/digit-0');
    const { cues } = makeTimeline(callOf('A-017'), english, short);
    expect(cues.map(({ clip }) => clip)).not.toContain('en/digit-0');
    const [one] = cues.filter(({ clip }) => clip === 'en/digit-1');
    const [letter] = cues.filter(({ clip }) => clip === 'en/letter-a');
    expect(one?.startsAt).toBe((letter?.startsAt ?? 0) + 500 + gaps.spelled);
    expect(makeTimeline(callOf('A-017'), english, new Map())).toEqual({ cues: [], lasts: 0 });
  });

  it('lasts to the end of its last clip', () => {
    const { cues, lasts } = makeTimeline(callOf('A-017'), english, durations);
    // Eight clips of half a second: a breath after the chime, four spelled, a breath, the room.
    expect(cues).toHaveLength(8);
    expect(lasts).toBe(8 * 500 + 2 * gaps.breath + 5 * gaps.spelled);
  });
});

describe('a room', () => {
  it.each([
    ['3', 'digit-3'],
    ['12', 'digit-1 digit-2'],
    ['Room 3', 'digit-3'],
    ['room no. 3', 'digit-3'],
    ['3A', 'digit-3 letter-a'],
    ['B-12', 'letter-b digit-1 digit-2'],
    ['OPD 3', 'letter-o letter-p letter-d digit-3'],
    ['ENT', 'letter-e letter-n letter-t'],
    ['कमरा ३', 'digit-3'],
    ['அறை ௧௨', 'digit-1 digit-2'],
    ['غرفة ٣', 'digit-3'],
  ])('%s is spelled', (room, clips) => {
    expect(destinationOf(room)).toMatchObject({ kind: 'room', clips: clips.split(' ') });
  });

  it.each([
    ['Ground floor', 'room-ground-floor'],
    ['Ground floor 3', 'room-ground-floor-3'],
    ['EMERGENCY', 'room-emergency'],
    ['Lab', 'room-lab'],
    ['दूसरी मंज़िल', 'room-दूसरी-मंज़िल'],
    ['../../secret', 'room-secret'],
    ['Room', 'room-room'],
    ['123456789', 'room-123456789'],
  ])('%s is not, nor a part of it: half a name may be another room', (room, recording) => {
    expect(destinationOf(room)).toEqual({ kind: 'named', recording: recording.normalize('NFC') });
    expect(isClipName(recording)).toBe(true);
  });

  it('may be none', () => {
    expect(destinationOf(' – ')).toEqual({ kind: 'doctor' });
  });

  it('and a number of a paper blank are spelled alike', () => {
    expect(spellNumber('A-P01').join(' ')).toBe('letter-a letter-p digit-0 digit-1');
  });
});

describe('with the voices of the computer', () => {
  const both: Manner = { languages: ['en', 'ta'], times: 2 };
  const kinds = (hasVoice: (language: string) => boolean): string[] =>
    makeParts(callOf('A-017'), both, durations, hasVoice).map((part) =>
      part.kind === 'system' ? part.language : `${part.timeline.cues.length} clips`,
    );

  it('says the chime by clip, then each sentence by voice', () => {
    expect(kinds(() => true)).toEqual(['1 clips', 'en', 'ta', 'en', 'ta']);
  });

  it('says by clip what no voice speaks', () => {
    expect(kinds((language) => language === 'en')).toEqual(['1 clips', 'en', '7 clips', 'en', '7 clips']);
    expect(kinds(() => false)).toEqual(['29 clips']);
  });
});
