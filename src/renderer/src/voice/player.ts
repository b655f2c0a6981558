import type { ClipId, Timeline } from './timeline';

/** Clips ready to play. */
export type Buffers = ReadonlyMap<ClipId, AudioBuffer>;

/** If the sound card stops, nothing ends by itself; this long after its end a timeline counts as heard, ms. */
const PATIENCE = 3_000;

export interface Playing {
  /** Fulfilled when the last clip has ended or was stopped; `false`: the sound card never got so far. */
  readonly ended: Promise<boolean>;
  stop(): void;
}

/**
 * Places a timeline's clips on the clock of an audio context, live or offline.
 * @param begin in seconds of the context's clock
 */
export function placeClips(
  context: BaseAudioContext,
  output: AudioNode,
  { cues }: Timeline,
  buffers: Buffers,
  begin: number,
): readonly AudioBufferSourceNode[] {
  return cues.flatMap(({ clip, startsAt }) => {
    const buffer = buffers.get(clip);
    if (buffer === undefined) return [];
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(output);
    source.start(begin + startsAt / 1_000);
    return [source];
  });
}

/** Plays a timeline from now. */
export function play(
  context: AudioContext,
  output: AudioNode,
  timeline: Timeline,
  buffers: Buffers,
): Playing {
  // A moment ahead, so that the first clip is not cut.
  const begin = context.currentTime + 0.05;
  const sources = placeClips(context, output, timeline, buffers, begin);
  const last = sources.at(-1);
  const ended = new Promise<boolean>((done) => {
    if (last === undefined) done(true);
    else {
      const patience = setTimeout(() => done(false), timeline.lasts + PATIENCE);
      last.onended = () => {
        clearTimeout(patience);
        done(true);
      };
    }
  });
  return {
    ended,
    stop() {
      for (const source of sources) source.stop();
    },
  };
}
