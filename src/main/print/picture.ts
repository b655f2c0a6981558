/** Pixels row by row, four bytes each: red, green, blue, alpha. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const BLACK = [0, 0, 0, 255] as const;
const WHITE = [255, 255, 255, 255] as const;

/**
 * What a thermal head can do: a dot is black below this brightness (0 to 255) and white from it on. Transparent is
 * white. Thresholding twice changes nothing.
 */
export function blackAndWhite({ width, height, data }: Picture, threshold: number): Picture {
  const dots = new Uint8Array(width * height * 4);
  for (let at = 0; at < dots.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
    // Rec. 601 luma, over white paper.
    const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    const brightness = (luma * alpha + 255 * (255 - alpha)) / 255;
    dots.set(brightness < threshold ? BLACK : WHITE, at);
  }
  return { width, height, data: dots };
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
