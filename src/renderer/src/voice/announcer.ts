import { createStore, type StoreApi } from 'zustand/vanilla';
import { type VoiceSettings, voiceSettingsSchema } from '../../../shared/model/board-settings';
import type { Call } from './call';
import { type Clips, createClips, durationsOf } from './clips';
import { type Buffers, type Playing, play } from './player';
import { BETWEEN_CALLS, enqueue, type SkipReason, takeNext } from './queue';
import { isQuiet, minuteAt } from './quiet';
import { announcementText, spokenText } from './sentences';
import { createSystemVoices, stopSpeaking } from './system-voices';
import { type ClipId, clipsFor, makeParts, makeTimeline, type Part, type Timeline } from './timeline';

/** So long an audio context may take to begin, ms; then the page must be tapped first, or there is no sound at all. */
const START_PATIENCE = 2_000;
const MOST_ENTRIES = 20;

/** An announcement that was begun or left out, for those who read and for the record. */
export interface Announcement {
  readonly key: string;
  /** The sentence in each language in which it is said, in order. */
  readonly texts: readonly { readonly language: VoiceSettings['languages'][number]; readonly text: string }[];
  readonly state: 'saying' | 'said' | 'stopped' | 'soundless' | SkipReason;
  /** What was planned, once it has begun; a system voice's part has no times. */
  readonly parts: readonly Part[];
}

export interface AnnouncerView {
  /** The last ones, oldest first. */
  readonly announcements: readonly Announcement[];
  /** The browser lets no page sound before it was touched. */
  readonly needsTap: boolean;
  /** Clips that were wanted and could not be had. */
  readonly broken: readonly ClipId[];
  /** Voices of this computer that failed and are not used any more: the clips say it. */
  readonly silentVoices: readonly VoiceSettings['languages'][number][];
}

export interface Announcer {
  readonly view: StoreApi<AnnouncerView>;
  /** Queues a call; one with a key that was seen is not said again. */
  call(call: Call): void;
  /** From now on; volume and mute also of what is being said. */
  follow(settings: VoiceSettings): void;
  /** Call on a touch of the page. */
  wake(): void;
  /** Stops what is being said and forgets what waits. */
  stop(): void;
  /** Stops for good and frees the sound card. */
  close(): void;
}

const defaultVoice = voiceSettingsSchema.parse({});

interface Clock {
  /** The clinic's time, ms since the epoch. */
  now(): number;
  timeZone(): string;
}

/** Says one call after the other, never two at once. */
export function createAnnouncer(clock: Clock, first: VoiceSettings = defaultVoice): Announcer {
  const view = createStore<AnnouncerView>(() => ({
    announcements: [],
    needsTap: false,
    broken: [],
    silentVoices: [],
  }));
  const seen = new Set<string>();
  const context = new AudioContext();
  const gain = new GainNode(context);
  gain.connect(context.destination);
  const clips: Clips = createClips(context, (clip) => {
    console.warn(`voice: ${clip} cannot be played`);
    view.setState(({ broken }) => ({ broken: [...broken, clip] }));
  });
  const voices = createSystemVoices((language) => {
    console.warn(`voice: this computer's voice for ${language} does not speak; the clips do`);
    view.setState(({ silentVoices }) => ({ silentVoices: [...silentVoices, language] }));
  });
  let settings = first;
  let waiting: readonly Call[] = [];
  let playing: Playing | null = null;
  let running = false;
  let closed = false;
  /** Raised by a stop: whatever was begun before belongs to the past. */
  let stops = 0;
  follow(first);

  function follow(changed: VoiceSettings): void {
    if (changed.source !== settings.source) {
      voices.forgive();
      view.setState({ silentVoices: [] });
    }
    settings = changed;
    // Loudness is heard by its square, roughly.
    gain.gain.value = changed.volume ** 2;
    if (changed.muted) stop();
  }

  function stop(): void {
    stops += 1;
    for (const call of waiting) note(call, 'stopped', []);
    waiting = [];
    playing?.stop();
    stopSpeaking();
  }

  /** Says whoever's turn it is, until nobody waits. */
  async function run(): Promise<void> {
    if (running) return;
    running = true;
    while (!closed) {
      const { muted, times } = settings;
      const silent = muted || isQuiet(settings, minuteAt(clock.now(), clock.timeZone()));
      const turn = takeNext(waiting, clock.now(), { times, silent });
      waiting = turn.waiting;
      for (const { call, reason } of turn.skipped) note(call, reason, []);
      if (turn.next === null) break;
      await say(turn.next.call, turn.next.times);
    }
    running = false;
  }

  async function say(call: Call, times: number): Promise<void> {
    const began = stops;
    const { languages, source } = settings;
    if (!(await isAwake())) {
      note(call, 'soundless', []);
      return;
    }
    const buffers = await clips.load(clipsFor(call, languages));
    const hasVoice = source === 'system' ? voices.has : () => false;
    const parts = makeParts(call, { languages, times }, durationsOf(buffers), hasVoice);
    if (began !== stops) return;
    note(call, 'saying', parts);
    let heard = true;
    for (const part of parts) {
      if (began === stops) heard = (await perform(part, call, buffers)) && heard;
    }
    const stopped = began !== stops;
    note(call, stopped ? 'stopped' : heard ? 'said' : 'soundless', parts);
    if (!stopped) await pause(BETWEEN_CALLS);
  }

  async function perform(part: Part, call: Call, buffers: Buffers): Promise<boolean> {
    if (part.kind === 'system') {
      const began = stops;
      if (await voices.say(spokenText(call, part.language), part.language, settings.volume)) return true;
      // Nobody was called by that: the clips say it instead.
      if (began !== stops) return false;
      const instead = makeTimeline(call, { languages: [part.language], times: 1 }, durationsOf(buffers));
      return performClips(instead, buffers);
    }
    return performClips(part.timeline, buffers);
  }

  async function performClips(timeline: Timeline, buffers: Buffers): Promise<boolean> {
    playing = play(context, gain, timeline, buffers);
    const heard = await playing.ended;
    playing = null;
    return heard;
  }

  /** Whether there is sound. Electron lets any page sound; a browser only one that was touched. */
  async function isAwake(): Promise<boolean> {
    if (context.state !== 'running') {
      await Promise.race([context.resume().catch(() => undefined), pause(START_PATIENCE)]);
    }
    const awake = context.state === 'running';
    const touched = navigator.userActivation.hasBeenActive || navigator.userAgent.includes('Electron');
    view.setState({ needsTap: !awake && !touched });
    return awake;
  }

  function note(call: Call, state: Announcement['state'], parts: readonly Part[]): void {
    const texts = settings.languages.map((language) => ({
      language,
      text: announcementText(call, language),
    }));
    view.setState(({ announcements }) => {
      const others = announcements.filter(({ key }) => key !== call.key);
      return { announcements: [...others, { key: call.key, texts, state, parts }].slice(-MOST_ENTRIES) };
    });
  }

  return {
    view,
    follow,
    stop,
    call(call) {
      if (closed || seen.has(call.key)) return;
      seen.add(call.key);
      waiting = enqueue(waiting, call);
      void run();
    },
    wake() {
      void isAwake();
    },
    close() {
      closed = true;
      stop();
      void context.close();
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
