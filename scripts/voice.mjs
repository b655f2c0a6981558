/**
 * `npm run voice`: makes the clips of the waiting room's voice anew, offline: resources/voice/<language>/<clip>.opus.
 * They are part of the repository, so only whoever changes what is said needs this. `-- --list` shows how each
 * text is pronounced, in phonetic letters, and makes nothing.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { command, Failure, progress, say } from './lib/say.mjs';
import { chime, fade, level, readWav, trim, writeWav } from './lib/sound.mjs';
import { requirePackages } from './lib/system-packages.mjs';
import { clipsOf, speakers } from './lib/voice-texts.mjs';

const folder = join(root, 'resources', 'voice');
/** Loud enough for a loudspeaker on a wall, with peaks left for the coding to overshoot into. */
const SPEECH = { rms: -19, ceiling: -3 };
const CHIME = { rms: -23, ceiling: -6 };
/** Letters and digits carry the message, and have the fewest sounds to be told apart by. */
const SPELLED_PACE = 0.85;
const isSpelled = (/** @type {string} */ clip) => /^(digit|letter)-/.test(clip);

command(async () => {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => arg !== '--list');
  if (unknown.length > 0) throw new Failure(`npm run voice knows only --list, not ${unknown.join(' ')}.`);
  await requirePackages('to make the voice', [['espeak-ng'], ['opus-tools']]);
  if (args.includes('--list')) await list();
  else await make();
});

async function list() {
  for (const [language, speaker] of Object.entries(speakers)) {
    for (const [clip, text] of clipsOf(speaker)) {
      const phonemes = await pipe('espeak-ng', ['-v', speaker.voice, '-q', '--ipa', text]);
      say(`${language}/${clip}\t${text}\t${phonemes.toString().trim().replaceAll('\n', ' ')}`);
    }
  }
}

async function make() {
  rmSync(folder, { recursive: true, force: true });
  const step = progress('Making the voice');
  let count = 0;
  let bytes = 0;
  /** @type {(language: string, clip: string, sound: import('./lib/sound.mjs').Sound) => Promise<void>} */
  const save = async (language, clip, sound) => {
    mkdirSync(join(folder, language), { recursive: true });
    const path = join(folder, language, `${clip}.opus`);
    // A fixed serial number: the same texts make the same bytes.
    const options = ['--quiet', '--bitrate', '24', '--discard-comments', '--serial', '1', '-', '-'];
    writeFileSync(path, await pipe('opusenc', options, writeWav(sound)));
    count += 1;
    bytes += statSync(path).size;
  };

  await save('common', 'chime', fade(level(chime(), CHIME), { inSeconds: 0.002, outSeconds: 0.25 }));
  for (const [language, speaker] of Object.entries(speakers)) {
    step.at(language);
    const { voice, wordsPerMinute } = speaker;
    for (const [clip, text] of clipsOf(speaker)) {
      const pace = Math.round(wordsPerMinute * (isSpelled(clip) ? SPELLED_PACE : 1));
      const args = ['-v', voice, '-s', String(pace), '-z', '--stdout', text];
      const sound = level(trim(readWav(await pipe('espeak-ng', args))), SPEECH);
      await save(language, clip, fade(sound, { inSeconds: 0.004, outSeconds: 0.02 }));
    }
  }
  step.end(`${count} clips, ${Math.round(bytes / 1024)} kB`);
}

/**
 * What a program writes, given what it reads.
 * @param {string} file
 * @param {string[]} args
 * @param {Buffer} [input]
 * @returns {Promise<Buffer>}
 */
function pipe(file, args, input = Buffer.alloc(0)) {
  return new Promise((done, fail) => {
    const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    /** @type {Buffer[]} */
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.on('error', () =>
      fail(new Failure(`${file} is missing; on Debian it is in the packages named in scripts/voice.mjs.`)),
    );
    child.on('close', (code) =>
      code === 0 ? done(Buffer.concat(parts)) : fail(new Failure(`${file} failed.`)),
    );
    child.stdin.end(input);
  });
}
