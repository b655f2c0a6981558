import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { expect, type RunningApp, windowOf } from './app';
import { callFrom } from './bridge';
import type * as VoicePage from './voice-page';

declare global {
  /** There after loadVoice. */
  const voicePage: typeof VoicePage;
}

let bundle: Promise<string> | undefined;

/** Brings the voice into a window that does not have it, as it is in the app. */
export async function loadVoice(page: Page): Promise<void> {
  bundle ??= bundleVoice();
  await page.evaluate(await bundle);
}

async function bundleVoice(): Promise<string> {
  const entry = join(import.meta.dirname, 'voice-page.ts');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome130',
      lib: { entry, formats: ['iife'], name: 'voicePage' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('The voice could not be bundled.');
  return `${output.output[0].code}\nglobalThis.voicePage = voicePage; undefined;`;
}

/** The settings window at its part on the voice. */
export async function openVoiceSection(app: RunningApp): Promise<Page> {
  await callFrom(app.home, 'windows.open', { screen: 'admin' });
  const page = await windowOf(app.electron, 'admin');
  await page.getByTestId('admin-voice').click();
  await expect(page.getByTestId('voice-used')).toBeVisible();
  return page;
}

/** Puts a recording into the clinic's folder: a tone of this length, or bytes that are no sound. */
export function record(dataFolder: string, file: string, sound: number | string): void {
  const path = join(dataFolder, 'voice', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof sound === 'string' ? sound : wavOf(tone(sound), 48_000));
}

/** 16-bit samples in one channel as a WAV file. */
export function wavOf(samples: ArrayLike<number> & Iterable<number>, rate: number): Buffer {
  const file = Buffer.alloc(44 + samples.length * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples.length * 2, 40);
  for (const [index, sample] of Array.from(samples).entries()) {
    file.writeInt16LE(Math.round(sample * 32_767), 44 + index * 2);
  }
  return file;
}

function tone(milliseconds: number): number[] {
  return Array.from({ length: milliseconds * 48 }, (_, index) => Math.sin(index / 17) * 0.3);
}

interface PlannedClip {
  readonly clip: string;
  readonly startsAt: number;
  readonly lasts: number;
}

/** What an announcement in the page says it plays, and when. */
export function readPlan(text: string | null): readonly PlannedClip[] {
  return (text ?? '').split(' ').map((word) => {
    const [clip = '', startsAt, lasts] = word.split(/[@+]/);
    return { clip, startsAt: Number(startsAt), lasts: Number(lasts) };
  });
}
