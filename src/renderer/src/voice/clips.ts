import type { Buffers } from './player';
import { type ClipId, type Durations, isOptional } from './timeline';

/** Longer is no piece of a sentence, but a whole tape put into the folder by mistake; seconds. */
const LONGEST = 20;

export interface Clips {
  /** Fetches and decodes; what cannot be had is missing in the answer. */
  load(wanted: readonly ClipId[]): Promise<Buffers>;
}

/**
 * The clips, fetched anew for each announcement, so that a new recording is heard at once; where fetching fails,
 * as they were the last time. A recording that cannot be decoded gives way to the app's own clip.
 * @param onTrouble told once of each clip that cannot be had
 */
export function createClips(context: BaseAudioContext, onTrouble: (clip: ClipId) => void): Clips {
  const last = new Map<ClipId, AudioBuffer>();
  const told = new Set<ClipId>();

  async function load(clip: ClipId): Promise<AudioBuffer | null> {
    const own = await fetchClip(clip, '');
    if (own === 'unreachable') return last.get(clip) ?? trouble(clip);
    if (own === 'missing') return isOptional(clip) ? null : trouble(clip);
    const decoded = await decode(context, own);
    if (decoded !== null) {
      last.set(clip, decoded);
      return decoded;
    }
    trouble(clip);
    const bundled = await fetchClip(clip, '?bundled');
    return bundled instanceof ArrayBuffer ? decode(context, bundled) : null;
  }

  function trouble(clip: ClipId): null {
    if (!told.has(clip)) onTrouble(clip);
    told.add(clip);
    return null;
  }

  return {
    async load(wanted) {
      const loaded = await Promise.all(wanted.map(async (clip) => [clip, await load(clip)] as const));
      return new Map(loaded.flatMap(([clip, buffer]) => (buffer === null ? [] : [[clip, buffer] as const])));
    },
  };
}

/** How long each clip is, as decoded. */
export function durationsOf(buffers: Buffers): Durations {
  return new Map([...buffers].map(([clip, { duration }]) => [clip, duration * 1_000]));
}

async function fetchClip(clip: ClipId, query: string): Promise<ArrayBuffer | 'missing' | 'unreachable'> {
  try {
    const path = clip.split('/').map(encodeURIComponent).join('/');
    const answer = await fetch(`/voice/${path}.opus${query}`);
    return answer.ok ? await answer.arrayBuffer() : 'missing';
  } catch {
    return 'unreachable';
  }
}

async function decode(context: BaseAudioContext, bytes: ArrayBuffer): Promise<AudioBuffer | null> {
  try {
    const buffer = await context.decodeAudioData(bytes);
    return buffer.duration > LONGEST ? null : buffer;
  } catch {
    return null;
  }
}
