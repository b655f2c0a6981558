import { nativeImage, type WebContents } from 'electron';
import type { Picture } from './picture';
import type { SlipPage } from './press';
import { printOptions } from './print-options';

const CSS_PIXELS_PER_MM = 96 / 25.4;
const INCHES_PER_MM = 1 / 25.4;
const ONE_PIXEL = { x: 0, y: 0, width: 1, height: 1 };

/** The slip on the page that is loaded, once it says that fonts are there and all is laid out. Rejects if it cannot. */
export async function slipOn(contents: WebContents): Promise<SlipPage> {
  const box: unknown = await contents.executeJavaScript(`new Promise((resolve, reject) => {
    const root = document.documentElement;
    const check = () => {
      if (root.dataset.error) reject(new Error(root.dataset.error));
      if (root.dataset.ready !== 'true') return;
      const { x, y, width } = document.querySelector('[data-slip]').getBoundingClientRect();
      resolve({ x: x + scrollX, y: y + scrollY, width, height: Number(root.dataset.height) });
    };
    new MutationObserver(check).observe(root, { attributes: true });
    check();
  })`);
  if (!isBox(box)) throw new Error('The slip has no size.');
  return {
    heightMm: box.height / CSS_PIXELS_PER_MM,
    picture: (dots) => takePicture(contents, box, dots),
    pdf: ({ widthMm, heightMm }) =>
      contents.printToPDF({
        pageSize: { width: widthMm * INCHES_PER_MM, height: heightMm * INCHES_PER_MM },
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        printBackground: true,
        pageRanges: '1',
      }),
    print: async (printer, size, title) => {
      // The job in the queue is called as the page is.
      await contents.executeJavaScript(`document.title = ${JSON.stringify(title)}`);
      await new Promise<void>((resolve, reject) => {
        contents.print(printOptions(printer, size, process.platform), (taken, reason) =>
          taken ? resolve() : reject(new Error(reason || 'not taken')),
        );
      });
    },
  };
}

/** Where the slip is on its page, in CSS px. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function isBox(value: unknown): value is Box {
  const box = value as Partial<Box> | null;
  return typeof box === 'object' && Number(box?.width) > 0 && Number(box?.height) > 0;
}

/**
 * The slip, exactly so many dots wide: drawn anew at that scale, whatever the screen's is, so that letters are as
 * sharp as the printer can make them.
 */
async function takePicture(contents: WebContents, box: Box, dots: number): Promise<Picture> {
  const { debugger: tools } = contents;
  const scale = dots / box.width;
  // Half a dot more: what is rounded down must not lose the last ones.
  const clip = { ...box, width: box.width + 0.5 / scale, height: box.height + 0.5 / scale, scale: 1 };
  if (!tools.isAttached()) tools.attach('1.3');
  try {
    await tools.sendCommand('Emulation.setDeviceMetricsOverride', {
      width: Math.ceil(box.x + clip.width),
      height: Math.ceil(box.y + clip.height),
      deviceScaleFactor: scale,
      mobile: false,
    });
    const shot = tools.sendCommand('Page.captureScreenshot', {
      format: 'png',
      clip,
      captureBeyondViewport: true,
    }) as Promise<{ data: string }>;
    const { data } = await drawnFor(contents, shot);
    const image = nativeImage.createFromBuffer(Buffer.from(data, 'base64'));
    return { ...image.getSize(), data: redFirst(image.toBitmap()) };
  } finally {
    tools.detach();
  }
}

/**
 * A page that nobody sees draws no frames, and a screenshot would wait for one for ever; while Electron captures it,
 * it draws. What those captures show is not wanted.
 */
async function drawnFor<A>(contents: WebContents, task: Promise<A>): Promise<A> {
  let done = false;
  const ended = task.finally(() => {
    done = true;
  });
  while (!done && !contents.isDestroyed() && !contents.isCrashed())
    await Promise.race([ended, contents.capturePage(ONE_PIXEL)]);
  return ended;
}

/** Electron's bitmaps have blue first. */
function redFirst(bitmap: Buffer): Uint8Array {
  const data = new Uint8Array(bitmap);
  for (let at = 0; at < data.length; at += 4) {
    const blue = data[at] ?? 0;
    data[at] = data[at + 2] ?? 0;
    data[at + 2] = blue;
  }
  return data;
}
