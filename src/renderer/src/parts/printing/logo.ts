import { MAX_LOGO_CHARACTERS } from '../../../../shared/model/print-settings';
import { blackAndWhite } from './black-and-white';

export const MAX_LOGO_FILE_KB = 300;
/** Twice the dots of the widest roll's logo: enough for a sheet, and small enough for every slip to carry. */
const MOST_PIXELS = 600;

export type LogoProblem = 'too_large' | 'not_an_image' | 'empty' | 'too_fine';

/**
 * A PNG or JPEG file as a slip can print it: at most 600 px wide and high, on white, black or white each dot.
 * Decoding is the test of whether it is an image; its name and declared type prove nothing.
 */
export async function readLogo(file: File): Promise<{ logo: string } | { problem: LogoProblem }> {
  if (file.size > MAX_LOGO_FILE_KB * 1_024) return { problem: 'too_large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isPng(bytes) && !isJpeg(bytes)) return { problem: 'not_an_image' };
  const bitmap = await createImageBitmap(new Blob([bytes])).catch(() => null);
  if (bitmap === null) return { problem: 'not_an_image' };
  const scale = Math.min(1, MOST_PIXELS / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return { problem: 'not_an_image' };
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  if (!blackAndWhite(picture.data)) return { problem: 'empty' };
  context.putImageData(picture, 0, 0);
  const logo = canvas.toDataURL('image/png');
  return logo.length > MAX_LOGO_CHARACTERS ? { problem: 'too_fine' } : { logo };
}

function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47].every((byte, index) => bytes[index] === byte);
}

function isJpeg(bytes: Uint8Array): boolean {
  return [0xff, 0xd8, 0xff].every((byte, index) => bytes[index] === byte);
}
