/**
 * Sound as numbers: one channel of samples from -1 to 1. Plain arithmetic, so that a clip is the same on every
 * machine that makes it.
 *
 * @typedef {object} Sound
 * @property {number} rate samples a second
 * @property {Float32Array} samples
 */

const HEADER_BYTES = 44;
const FRAME_SECONDS = 0.02;

/**
 * A WAV file of 16-bit samples in one channel, as espeak-ng writes it (to a pipe, so its lengths are not true).
 * @param {Buffer} file
 * @returns {Sound}
 */
export function readWav(file) {
  const samples = new Float32Array(Math.floor((file.length - HEADER_BYTES) / 2));
  for (let index = 0; index < samples.length; index += 1) {
    samples[index] = file.readInt16LE(HEADER_BYTES + index * 2) / 32_768;
  }
  return { rate: file.readUInt32LE(24), samples };
}

/**
 * @param {Sound} sound
 * @returns {Buffer} a WAV file of 16-bit samples
 */
export function writeWav({ rate, samples }) {
  const file = Buffer.alloc(HEADER_BYTES + samples.length * 2);
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
  for (const [index, sample] of samples.entries()) {
    const limited = Math.max(-1, Math.min(1, sample));
    file.writeInt16LE(Math.round(limited * 32_767), HEADER_BYTES + index * 2);
  }
  return file;
}

/**
 * Cuts the silence before and after; keeps a little, because soft consonants begin and end below the threshold.
 * @param {Sound} sound
 * @returns {Sound}
 */
export function trim({ rate, samples }) {
  const threshold = peakOf(samples) * decibels(-40);
  const isLoud = (/** @type {number} */ sample) => Math.abs(sample) > threshold;
  const first = samples.findIndex(isLoud);
  const last = samples.findLastIndex(isLoud);
  const from = Math.max(0, first - Math.round(rate * 0.015));
  const to = Math.min(samples.length, last + Math.round(rate * 0.04));
  return { rate, samples: samples.slice(from, to) };
}

/**
 * Brings the sound to one loudness, measured where it sounds (a pause says nothing about how loud a voice is), and
 * presses the rare peaks above the ceiling below it.
 * @param {Sound} sound
 * @param {{ rms: number, ceiling: number }} level in decibels below full scale
 * @returns {Sound}
 */
export function level({ rate, samples }, { rms, ceiling }) {
  const top = decibels(ceiling);
  let leveled = samples;
  // Pressing peaks takes some loudness away: a few rounds make up for it.
  for (let round = 0; round < 4; round += 1) {
    const gain = decibels(rms) / activeRms({ rate, samples: leveled });
    leveled = leveled.map((sample) => press(sample * gain, top));
  }
  return { rate, samples: leveled };
}

/**
 * Lets the sound begin and end without a click.
 * @param {Sound} sound
 * @param {{ inSeconds: number, outSeconds: number }} lengths
 * @returns {Sound}
 */
export function fade({ rate, samples }, { inSeconds, outSeconds }) {
  const begin = Math.round(rate * inSeconds);
  const end = Math.round(rate * outSeconds);
  const shaped = samples.map((sample, index) => {
    const fromEnd = samples.length - 1 - index;
    return sample * Math.min(1, index / begin, fromEnd / end);
  });
  return { rate, samples: shaped };
}

/**
 * Two bell notes, a third apart, downwards: heard through talk, and startling nobody.
 * @returns {Sound}
 */
export function chime() {
  const rate = 48_000;
  const notes = [
    { at: 0, pitch: 659.26 },
    { at: 0.42, pitch: 523.25 },
  ];
  /** A bell: few partials, the higher the shorter. */
  const partials = [
    { ratio: 1, share: 1, decay: 0.42 },
    { ratio: 2, share: 0.35, decay: 0.25 },
    { ratio: 3.01, share: 0.12, decay: 0.12 },
  ];
  const samples = new Float32Array(Math.round(rate * 1.5));
  for (const { at, pitch } of notes) {
    for (let index = Math.round(at * rate); index < samples.length; index += 1) {
      const time = index / rate - at;
      const attack = Math.min(1, time / 0.006);
      for (const { ratio, share, decay } of partials) {
        const tone = Math.sin(2 * Math.PI * pitch * ratio * time);
        samples[index] = (samples[index] ?? 0) + attack * share * Math.exp(-time / decay) * tone * 0.4;
      }
    }
  }
  return { rate, samples };
}

/**
 * Up to four fifths of the ceiling nothing changes; above, the sample nears the ceiling and never passes it.
 * @param {number} sample
 * @param {number} top
 */
function press(sample, top) {
  const knee = top * 0.8;
  const size = Math.abs(sample);
  if (size <= knee) return sample;
  const room = top - knee;
  return Math.sign(sample) * (knee + room * Math.tanh((size - knee) / room));
}

/**
 * Root mean square of the frames within 25 dB of the loudest.
 * @param {Sound} sound
 */
function activeRms({ rate, samples }) {
  const length = Math.round(rate * FRAME_SECONDS);
  const powers = [];
  for (let start = 0; start < samples.length; start += length) {
    const frame = samples.subarray(start, start + length);
    powers.push(frame.reduce((sum, sample) => sum + sample * sample, 0) / frame.length);
  }
  const loudest = Math.max(...powers);
  const active = powers.filter((power) => power > loudest * decibels(-25) ** 2);
  return Math.sqrt(active.reduce((sum, power) => sum + power, 0) / active.length);
}

/** @param {Float32Array} samples */
function peakOf(samples) {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
}

/** @param {number} value */
function decibels(value) {
  return 10 ** (value / 20);
}
