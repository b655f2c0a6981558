import { mkdir, readdir, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { Recordings } from '../../../shared/contract/waiting-room';
import {
  clipNames,
  isClipName,
  recordingEndings,
  type VoiceFolder,
  voiceFolders,
} from '../../../shared/voice';

const contentTypes = {
  opus: 'audio/ogg',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
} as const satisfies Record<(typeof recordingEndings)[number], string>;

/** More is no recording of a few words. */
const MOST_BYTES = 5_000_000;

export interface VoiceFile {
  readonly path: string;
  readonly contentType: string;
}

/** The sound files of the waiting room's voice: the clinic's own recording of a clip wins over the app's. */
export interface VoiceFiles {
  readonly ownFolder: string;
  /**
   * The file for a path such as `hi/digit-3.opus`; null where there is none. Never one outside the two folders.
   * @param bundled the app's own clip, whatever the clinic recorded
   */
  find(path: string, bundled?: boolean): Promise<VoiceFile | null>;
  recordings(): Promise<Recordings>;
  /** Makes the folders that recordings go into, so that nobody must guess their names. */
  makeFolders(): Promise<void>;
}

/** @param folders absolute: the clips of the app, and where the clinic puts its own */
export function createVoiceFiles(folders: { readonly bundled: string; readonly own: string }): VoiceFiles {
  async function find(path: string, bundled = false): Promise<VoiceFile | null> {
    const [folder, file, ...more] = path.split('/');
    const { name: clip, ext } = parse(file ?? '');
    if (!isVoiceFolder(folder) || more.length > 0 || ext !== '.opus' || !isClipName(clip)) return null;
    for (const ending of bundled ? [] : recordingEndings) {
      const own = join(folders.own, folder, `${clip}.${ending}`);
      if (await isSound(own)) return { path: own, contentType: contentTypes[ending] };
    }
    const app = join(folders.bundled, folder, `${clip}.opus`);
    return (await isSound(app)) ? { path: app, contentType: contentTypes.opus } : null;
  }

  async function recordings(): Promise<Recordings> {
    const used: Record<string, string[]> = {};
    const unknown: string[] = [];
    for (const folder of voiceFolders) {
      const clips = new Set<string>();
      for (const file of await filesIn(join(folders.own, folder))) {
        const { name, ext } = parse(file);
        if (isRecording(folder, name, ext) && (await isSound(join(folders.own, folder, file))))
          clips.add(name);
        else unknown.push(`${folder}/${file}`);
      }
      used[folder] = [...clips].sort();
    }
    return { used, unknown };
  }

  return {
    ownFolder: folders.own,
    find,
    recordings,
    async makeFolders() {
      for (const folder of voiceFolders) await mkdir(join(folders.own, folder), { recursive: true });
    },
  };
}

function isVoiceFolder(text: string | undefined): text is VoiceFolder {
  return voiceFolders.some((folder) => folder === text);
}

function isRecording(folder: VoiceFolder, clip: string, ext: string): boolean {
  if (!recordingEndings.some((ending) => `.${ending}` === ext)) return false;
  if (folder === 'common') return clip === 'chime';
  return clipNames.includes(clip) || (clip.startsWith('room-') && isClipName(clip));
}

async function isSound(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true && found.size > 0 && found.size <= MOST_BYTES;
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  // Systems put files of their own into any folder that is looked at.
  return names.filter((name) => !name.startsWith('.') && !/^(desktop\.ini|thumbs\.db)$/i.test(name)).sort();
}
