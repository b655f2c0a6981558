import { describe, expect, it } from 'vitest';
import { blackAndWhite } from '../../src/renderer/src/parts/printing/black-and-white';

function dots(...levels: readonly (readonly [number, number, number])[]): Uint8ClampedArray {
  return new Uint8ClampedArray(levels.flatMap((level) => [...level, 255]));
}

const white = [255, 255, 255] as const;

describe('a logo in black and white', () => {
  it.each([
    ['dark', [20, 40, 60]],
    ['pale', [250, 220, 120]],
    ['pure yellow', [255, 255, 0]],
  ] as const)('keeps a %s mark apart from the paper', (_name, mark) => {
    const picture = dots(white, white, mark, white, mark, white);
    expect(blackAndWhite(picture)).toBe(true);
    const levels = [...picture].filter((_value, index) => index % 4 === 0);
    expect(levels).toEqual([255, 255, 0, 255, 0, 255]);
    expect([...picture].every((value) => value === 0 || value === 255)).toBe(true);
  });

  it('says when there is nothing to see', () => {
    expect(blackAndWhite(dots(white, white, white))).toBe(false);
    expect(blackAndWhite(dots(white, [250, 250, 250], white))).toBe(false);
  });
});
