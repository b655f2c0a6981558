import type { RunningApp } from './app';
import { callFrom } from './bridge';
import { doctorId } from './patients';

/** A face as a child draws it, on a colour of its own: base64 of a WebP file. */
export async function facePhoto({ home }: RunningApp, colour: string): Promise<string> {
  return home.evaluate((background) => {
    const canvas = document.createElement('canvas');
    canvas.width = 256;
    canvas.height = 256;
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('There is nothing to draw with.');
    const circle = (x: number, y: number, radius: number, fill: string): void => {
      pen.fillStyle = fill;
      pen.beginPath();
      pen.arc(x, y, radius, 0, 2 * Math.PI);
      pen.fill();
    };
    pen.fillStyle = background;
    pen.fillRect(0, 0, 256, 256);
    circle(128, 270, 96, '#ffffff');
    circle(128, 110, 62, '#c98f63');
    circle(106, 104, 7, '#2b1a10');
    circle(150, 104, 7, '#2b1a10');
    return canvas.toDataURL('image/webp', 0.9).split(',')[1] ?? '';
  }, colour);
}

/** Gives a doctor a photo, or takes it away. */
export async function setPhoto(app: RunningApp, prefix: string, data: string | null): Promise<void> {
  await callFrom(app.home, 'doctors.setPhoto', { doctorId: await doctorId(app, prefix), data });
}
