import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { ICNS_TYPES, ICO_SIZES } from '../../scripts/lib/icon-files.mjs';

const read = (name: string): Buffer => readFileSync(`resources/${name}`);
/** How big a picture says that it is, and the colour in its middle: red, green, blue, and how much of it is seen. */
const middleOf = (picture: Uint8Array): number[] => [...picture.subarray(0, 4)];

test('Windows has the icon in each size of its lists, on the desktop and in the installer', () => {
  const file = read('icon.ico');
  expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([
    0,
    1,
    ICO_SIZES.length,
  ]);
  for (const [index, size] of ICO_SIZES.entries()) {
    const at = 6 + index * 16;
    expect(file.readUInt8(at) || 256).toBe(size);
    expect(file.readUInt16LE(at + 6)).toBe(32);
    const [length, offset] = [file.readUInt32LE(at + 8), file.readUInt32LE(at + 12)];
    const part = file.subarray(offset, offset + length);
    expect(part.length).toBe(length);
    if (size === 256) {
      expect(PNG.sync.read(part).width).toBe(256);
      continue;
    }
    // Twice as high: the picture and its mask.
    expect([part.readInt32LE(4), part.readInt32LE(8)]).toEqual([size, size * 2]);
    // On the plus, left of the middle: the dark green of the paper, blue first.
    const [row, column] = [Math.floor(size / 2), Math.floor(size * 0.4)];
    const pixel = 40 + ((size - 1 - row) * size + column) * 4;
    const [blue = 0, green = 0, red = 0, alpha = 0] = middleOf(part.subarray(pixel));
    if (size >= 32) expect([red, green, blue]).toEqual([0x0c, 0x4a, 0x40]);
    expect(alpha).toBe(255);
  }
});

test('macOS has it in each size, up to 1024 for a screen with many points', () => {
  const file = read('icon.icns');
  expect(file.toString('latin1', 0, 4)).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  const found: [string, number][] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    const png = PNG.sync.read(file.subarray(at + 8, at + file.readUInt32BE(at + 4)));
    expect(png.width).toBe(png.height);
    found.push([file.toString('latin1', at, at + 4), png.width]);
  }
  expect(found).toEqual(ICNS_TYPES.map((pair) => [...pair]));
});

test('Linux has it as a picture of 512 and as one that fits any size', () => {
  const { width, height, data } = PNG.sync.read(read('icon.png'));
  expect([width, height]).toEqual([512, 512]);
  // Round corners: nothing there.
  expect(data[3]).toBe(0);
  expect(read('icon.svg').toString()).toContain('viewBox="0 0 512 512"');
});
