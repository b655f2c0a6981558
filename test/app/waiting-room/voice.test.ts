import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import { createVoiceFiles } from '../../../src/main/app/outside/voice-files';
import { openClinic, staff, temporaryFolder, unwrap } from '../../helpers/clinic';

const bundled = join(import.meta.dirname, '../../../resources/voice');
const board: Caller = { role: 'board', screen: 'board', doctorId: null };

function voiceWith(...recordings: readonly string[]) {
  const own = join(temporaryFolder(), 'voice');
  for (const file of recordings) {
    mkdirSync(dirname(join(own, file)), { recursive: true });
    writeFileSync(join(own, file), 'sound');
  }
  return { own, files: createVoiceFiles({ bundled, own }) };
}

describe('the clips of the app', () => {
  it('are small: all of them together under 1.5 MB, none over 30 kB', () => {
    const sizes = readdirSync(bundled, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.opus'))
      .map((name) => statSync(join(bundled, name)).size);
    expect(sizes.length).toBeGreaterThan(150);
    expect(Math.max(...sizes)).toBeLessThan(30_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
  });
});

describe('a clip’s file', () => {
  it('is the app’s', async () => {
    const { files } = voiceWith();
    expect(await files.find('hi/digit-3.opus')).toEqual({
      path: join(bundled, 'hi', 'digit-3.opus'),
      contentType: 'audio/ogg',
    });
  });

  it.each([
    ['wav', 'audio/wav'],
    ['mp3', 'audio/mpeg'],
    ['ogg', 'audio/ogg'],
    ['opus', 'audio/ogg'],
  ])('is the clinic’s recording where there is one: %s', async (ending, contentType) => {
    const { own, files } = voiceWith(`hi/digit-3.${ending}`);
    const path = join(own, 'hi', `digit-3.${ending}`);
    expect(await files.find('hi/digit-3.opus')).toEqual({ path, contentType });
    expect((await files.find('hi/digit-3.opus', true))?.path).toBe(join(bundled, 'hi', 'digit-3.opus'));
    expect((await files.find('en/digit-3.opus'))?.path).toBe(join(bundled, 'en', 'digit-3.opus'));
  });

  it('is not an empty one', async () => {
    const { own, files } = voiceWith();
    mkdirSync(join(own, 'en'), { recursive: true });
    writeFileSync(join(own, 'en', 'digit-3.wav'), '');
    mkdirSync(join(own, 'en', 'digit-4.wav'));
    expect((await files.find('en/digit-3.opus'))?.path).toBe(join(bundled, 'en', 'digit-3.opus'));
    expect((await files.find('en/digit-4.opus'))?.path).toBe(join(bundled, 'en', 'digit-4.opus'));
  });

  it('may be of a room in any script', async () => {
    const { files } = voiceWith('hi/room-दूसरी-मंज़िल.mp3'.normalize('NFC'));
    expect(await files.find('hi/room-दूसरी-मंज़िल.opus'.normalize('NFC'))).not.toBeNull();
  });

  it.each([
    'hi/../en/digit-3.opus',
    '../voice/hi/digit-3.opus',
    'hi/..%2Fdigit-3.opus',
    'hi/digit-3',
    'hi/digit-3.wav',
    'hi/sub/digit-3.opus',
    'hi\\digit-3.opus',
    'hi/../../opd-tokens.opus',
    'fr/digit-3.opus',
    'digit-3.opus',
    '/etc/passwd',
    'hi/.opus',
    'hi/digit-3\0.opus',
    '',
  ])('is none for %j', async (path) => {
    const { own, files } = voiceWith();
    mkdirSync(join(own, 'hi', 'sub'), { recursive: true });
    writeFileSync(join(own, 'hi', 'sub', 'digit-3.opus'), 'sound');
    writeFileSync(join(own, '..', 'opd-tokens.opus'), 'secret');
    expect(await files.find(path)).toBeNull();
  });
});

describe('the clinic’s recordings', () => {
  it('are listed, with those that are not used', async () => {
    const { files } = voiceWith(
      'hi/digit-3.wav',
      'hi/digit-3.mp3',
      'hi/go-to-room-after.ogg',
      'hi/three.wav',
      'en/digit-1.m4a',
      'en/room-lab.opus',
      'en/.DS_Store',
      'en/Thumbs.db',
      'common/chime.wav',
      'common/digit-1.wav',
    );
    expect(await files.recordings()).toEqual({
      used: { common: ['chime'], en: ['room-lab'], hi: ['digit-3', 'go-to-room-after'], ta: [], ar: [] },
      unknown: ['common/digit-1.wav', 'en/digit-1.m4a', 'hi/three.wav'],
    });
  });

  it('have their folders made when the folder is opened', async () => {
    const opened: string[] = [];
    const { app, environment } = await openClinic({ openFolder: async (path) => void opened.push(path) });
    unwrap(await app.call('folders.open', { folder: 'recordings' }, staff));
    const { ownFolder } = environment.voiceFiles;
    expect(opened).toEqual([ownFolder]);
    expect(readdirSync(ownFolder).sort()).toEqual(['ar', 'common', 'en', 'hi', 'ta']);
  });
});

describe('the board', () => {
  it('has nothing to do with the recordings', async () => {
    const { app } = await openClinic();
    for (const name of ['voice.recordings', 'folders.list'] as const) {
      expect(await app.call(name, {}, board)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    }
    expect(unwrap(await app.call('voice.recordings', {}, staff)).unknown).toEqual([]);
  });
});
