import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { PrintTarget } from '../../shared/model/print-settings';
import type { Picture } from './picture';

/** From the print head to the cutter, and the tear bar: about 15 mm in lines. */
const FEED_LINES = 4;
/** ESC B: twice, 200 ms each. Printers without a buzzer take no notice. */
const BEEP = [0x1b, 0x42, 0x02, 0x02];

/**
 * The bytes that print a black and white picture: raster bands of at most 255 rows, the width a multiple of 8, then
 * feed and, as wished, cut, beep and the pulse that opens a drawer.
 */
export function encodeSlip(
  picture: Picture,
  { cut, beep, drawer }: Pick<PrintTarget, 'cut' | 'beep' | 'drawer'>,
): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    imageMode: 'raster',
    feedAfterBlock: false,
    feedBeforeCut: FEED_LINES,
    newline: '\n',
  });
  encoder.initialize();
  if (drawer) encoder.pulse();
  const { width, height, data } = picture;
  encoder.image({ width, height, data }, { width, height, algorithm: 'threshold', threshold: 128 });
  if (beep) encoder.raw(BEEP);
  if (cut) encoder.cut('partial');
  else encoder.newline(FEED_LINES);
  return encoder.encode();
}
