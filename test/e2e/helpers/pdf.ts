import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const run = promisify(execFile);
const POINTS_PER_MM = 72 / 25.4;

/** Pages of a PDF, and the size of the first in mm. */
export async function pdfFacts(path: string): Promise<{ pages: number; widthMm: number; heightMm: number }> {
  const { stdout } = await run('pdfinfo', [path]);
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(stdout) ?? [];
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(stdout)?.[1]),
    widthMm: Number(width) / POINTS_PER_MM,
    heightMm: Number(height) / POINTS_PER_MM,
  };
}

/** Its first page as a picture of this many dots across, in grey. */
export async function pdfPicture(path: string, width: number): Promise<PNG> {
  const args = ['-png', '-gray', '-singlefile', '-scale-to-x', String(width), '-scale-to-y', '-1', path];
  const { stdout } = await run('pdftoppm', args, { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 });
  return PNG.sync.read(stdout);
}

/** Every page of it as a picture, to be looked at: `<name>-1.png` and so on. */
export async function pdfPages(path: string, name: string): Promise<void> {
  await run('pdftoppm', ['-png', '-r', '80', path, name]);
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The share of dots in a box that differ, 0 to 1; edges drawn a little differently do not count. */
export function difference(one: PNG, other: PNG, box: Box): number {
  const [x, y] = [Math.floor(box.x), Math.floor(box.y)];
  const width = Math.min(Math.floor(box.width), one.width - x, other.width - x);
  const height = Math.min(Math.floor(box.height), one.height - y, other.height - y);
  const cut = (picture: PNG): PNG => {
    const part = new PNG({ width, height });
    PNG.bitblt(picture, part, x, y, width, height, 0, 0);
    return part;
  };
  return (
    pixelmatch(cut(one).data, cut(other).data, undefined, width, height, { threshold: 0.4 }) /
    (width * height)
  );
}
