/** Pixels row by row, four bytes each: red, green, blue, alpha. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const OPAQUE = 255;
const WHITE = 255;

/**
 * What a thermal head can do: a dot is black below this brightness (0 to 255) and white from it on. Transparent is
 * white. Thresholding twice changes nothing.
 */
export function blackAndWhite({ width, height, data }: Picture, threshold: number): Picture {
  const dots = new Uint8Array(width * height * 4).fill(OPAQUE);
  for (let at = 0; at < dots.length; at += 4) {
    if (brightness(data, at) < threshold) dots.fill(0, at, at + 3);
  }
  return { width, height, data: dots };
}

/** Rec. 601 luma of a pixel, over white paper. A loop over half a million of these must not make objects. */
function brightness(data: Uint8Array, at: number): number {
  const luma = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  const alpha = data[at + 3] ?? 0;
  return (luma * alpha + WHITE * (OPAQUE - alpha)) / OPAQUE;
}

/** The same picture this many dots wide: cut, or filled up with white, on the right. */
export function ofWidth(picture: Picture, width: number): Picture {
  if (picture.width === width) return picture;
  const data = new Uint8Array(width * picture.height * 4).fill(255);
  const bytes = Math.min(width, picture.width) * 4;
  for (let row = 0; row < picture.height; row += 1) {
    const from = row * picture.width * 4;
    data.set(picture.data.subarray(from, from + bytes), row * width * 4);
  }
  return { width, height: picture.height, data };
}
