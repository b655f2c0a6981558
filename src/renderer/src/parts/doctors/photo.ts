/** A camera's photo is smaller; more takes a browser too long to read. */
export const MAX_PHOTO_FILE_MB = 20;
/** As large as any screen shows it, twice over. */
const PIXELS = 512;

export type PhotoProblem = 'too_large' | 'not_an_image';

/**
 * The middle of an image, as a square of at most 512 px, as base64. Decoding is the test of whether it is an image; its
 * name and declared type prove nothing.
 */
export async function readPhoto(file: File): Promise<{ data: string } | { problem: PhotoProblem }> {
  if (file.size > MAX_PHOTO_FILE_MB * 1_024 * 1_024) return { problem: 'too_large' };
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return { problem: 'not_an_image' };
  const side = Math.min(bitmap.width, bitmap.height);
  const size = Math.min(PIXELS, side);
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (context === null) return { problem: 'not_an_image' };
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    bitmap,
    (bitmap.width - side) / 2,
    (bitmap.height - side) / 2,
    side,
    side,
    0,
    0,
    size,
    size,
  );
  bitmap.close();
  const [, data = ''] = canvas.toDataURL('image/webp', 0.86).split(',');
  return { data };
}
