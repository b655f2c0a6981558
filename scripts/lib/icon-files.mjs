/** What each system wants an app's picture as, made of PNGs. */

/** Windows: from the list of files to the desktop at 200%. */
export const ICO_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256];
/** macOS: what each size is called in the file; those with two sizes to a name are for screens with twice as many points. */
export const ICNS_TYPES = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
]);

/**
 * https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10): small pictures as bitmaps, which all that reads icons
 * can, the largest as PNG.
 * @param {readonly { readonly size: number, readonly png: Buffer, readonly rgba: Uint8Array }[]} pictures
 */
export function icoOf(pictures) {
  const parts = pictures.map(({ size, png, rgba }) => (size === 256 ? png : bitmapOf(size, rgba)));
  const header = Buffer.alloc(6 + pictures.length * 16);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ size }, index) => {
    const at = 6 + index * 16;
    const bytes = parts[index]?.length ?? 0;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(bytes, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += bytes;
  });
  return Buffer.concat([header, ...parts]);
}

/**
 * Rows from the bottom up, blue first, and a mask that hides nothing: the fourth channel does.
 * @param {number} size
 * @param {Uint8Array} rgba
 */
function bitmapOf(size, rgba) {
  const maskRow = Math.ceil(size / 32) * 4;
  const file = Buffer.alloc(40 + size * size * 4 + maskRow * size);
  file.writeUInt32LE(40, 0);
  file.writeInt32LE(size, 4);
  file.writeInt32LE(size * 2, 8);
  file.writeUInt16LE(1, 12);
  file.writeUInt16LE(32, 14);
  file.writeUInt32LE(size * size * 4, 20);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const from = (row * size + column) * 4;
      const to = 40 + ((size - 1 - row) * size + column) * 4;
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(from, from + 4);
      file.set([blue, green, red, alpha], to);
    }
  }
  return file;
}

/**
 * A list of PNGs, each behind its type and length.
 * @param {(size: number) => Buffer} pngOf
 */
export function icnsOf(pngOf) {
  const parts = ICNS_TYPES.map(([type, size]) => {
    const png = pngOf(size);
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(
    parts.reduce((all, { length }) => all + length, 8),
    4,
  );
  return Buffer.concat([head, ...parts]);
}
