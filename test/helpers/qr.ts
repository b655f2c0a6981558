import type { PNG } from 'pngjs';

/** Modules along a side of the smallest code, which is as large as a patient's card needs. */
const SIZE = 21;
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What a QR code of version 1 says (ISO/IEC 18004), read from a picture in which nothing else is black within the box. Errors are
 * not corrected: one wrong module, and the text is another.
 */
export function qrText(picture: PNG, box: Box): string {
  const modules = modulesIn(picture, box);
  return textOf(bitsOf(modules));
}

function modulesIn(picture: PNG, { x, y, width, height }: Box): (row: number, column: number) => boolean {
  const isBlack = (across: number, down: number): boolean =>
    (picture.data[(down * picture.width + across) * 4] ?? 255) < 128;
  let [left, right, top, bottom] = [Number.POSITIVE_INFINITY, -1, Number.POSITIVE_INFINITY, -1];
  for (let down = Math.ceil(y); down < Math.min(y + height, picture.height); down += 1) {
    for (let across = Math.ceil(x); across < Math.min(x + width, picture.width); across += 1) {
      if (!isBlack(across, down)) continue;
      [left, right] = [Math.min(left, across), Math.max(right, across)];
      [top, bottom] = [Math.min(top, down), Math.max(bottom, down)];
    }
  }
  const [across, down] = [(right - left + 1) / SIZE, (bottom - top + 1) / SIZE];
  if (!(across > 2 && Math.abs(across - down) < across / 10)) throw new Error('There is no code.');
  return (row, column) =>
    isBlack(Math.floor(left + (column + 0.5) * across), Math.floor(top + (row + 0.5) * down));
}

/** Beside the finder patterns, the timing and the format. */
function isData(row: number, column: number): boolean {
  const inCorner = (row <= 8 && (column <= 8 || column >= SIZE - 8)) || (row >= SIZE - 8 && column <= 8);
  return !inCorner && row !== 6 && column !== 6;
}

function bitsOf(modules: (row: number, column: number) => boolean): boolean[] {
  // The third to fifth of the format's bits name the mask; all are turned by 101010000010010.
  const format = [2, 3, 4].map((column) => Number(modules(8, column)));
  const [one = 0, two = 0, three = 0] = format;
  const mask = masks[((one ^ 1) << 2) | ((two ^ 0) << 1) | (three ^ 1)];
  const bits: boolean[] = [];
  let upward = true;
  for (let right = SIZE - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < SIZE; step += 1) {
      const row = upward ? SIZE - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (isData(row, column)) bits.push(modules(row, column) !== mask?.(row, column));
      }
    }
    upward = !upward;
  }
  return bits;
}

function textOf(bits: readonly boolean[]): string {
  let at = 0;
  const take = (count: number): number => {
    const value = bits.slice(at, at + count).reduce((sum, bit) => sum * 2 + Number(bit), 0);
    at += count;
    return value;
  };
  let text = '';
  for (;;) {
    const mode = take(4);
    if (mode === 0) return text;
    if (mode === 1) {
      for (let left = take(10); left > 0; left -= 3) {
        const digits = Math.min(left, 3);
        text += String(take(digits * 3 + 1)).padStart(digits, '0');
      }
    } else if (mode === 2) {
      for (let left = take(9); left > 0; left -= 2) {
        const pair = take(left > 1 ? 11 : 6);
        text += (left > 1 ? (LETTERS[Math.floor(pair / 45)] ?? '') : '') + (LETTERS[pair % 45] ?? '');
      }
    } else if (mode === 4) {
      for (let left = take(8); left > 0; left -= 1) text += String.fromCharCode(take(8));
    } else throw new Error(`Not read: mode ${mode}.`);
  }
}
