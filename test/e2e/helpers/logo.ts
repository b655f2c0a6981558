import { PNG } from 'pngjs';

const black = [0, 0, 0] as const;

/** A clinic's mark as a data URL: a black cross in a ring, on nothing. */
export function logoOf(width: number, height: number): string {
  return `data:image/png;base64,${logoBytes(width, height, black).toString('base64')}`;
}

/** The same as a file, of any colour. */
export function logoBytes(width: number, height: number, colour: readonly [number, number, number]): Buffer {
  const image = new PNG({ width, height });
  const radius = Math.min(width, height) / 2;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [Math.abs(x - width / 2), Math.abs(y - height / 2)];
      const distance = Math.hypot(dx, dy);
      const ring = distance < radius && distance > radius * 0.86;
      const cross = Math.min(dx, dy) < radius * 0.16 && Math.max(dx, dy) < radius * 0.6;
      image.data.set([...colour, ring || cross ? 255 : 0], (y * width + x) * 4);
    }
  }
  return PNG.sync.write(image);
}
