import type { PrinterMakes } from '../../shared/model/print-job';

/** What is known of a printer but how it is; empty or 0: not told. */
export interface PrinterFacts {
  readonly name: string;
  readonly driver: string;
  /** Of Windows: `USB001`, `PORTPROMPT:`. */
  readonly port: string;
  /** Of Windows: PRINTER_ATTRIBUTE_…. */
  readonly attributes: number;
}

/** PRINTER_ATTRIBUTE_FAX. */
const FAX = 0x4000;

const faxPorts = /^(SHRFAX|FAX)/i;
/** Not the word alone: `Brother FAX-2840` prints on paper. */
const faxDrivers = /shared fax|pc-?fax|\bfax driver\b|\(fax\)/i;
const notes = /onenote|journal note writer/i;
/** Of Windows itself, where a file's name is asked for, or nothing is written; then those of programs that make PDFs. */
const filePorts =
  /^(PORTPROMPT|FILE|NUL|XPSPort|PDF\w*|CPW\d|CUTEPDF\w*|BULLZIP|FOXIT\w*|novaPDF\w*|doPDF\w*|Microsoft Document Imaging\b.*):?$|\.(pdf|xps|oxps)$|\\pipe\\pdf/i;
const fileDrivers =
  /\bpdf\b|pdfcreator|pdf24|cutepdf|dopdf|novapdf|primopdf|xps document writer|document image writer|microsoft software printer driver|microsoft ipp.*file/i;
const fileNames =
  /(print|save|export)\w* (to|as) (pdf|xps|file)|\bpdf$|pdfcreator|cutepdf|document writer|document image writer/i;

/**
 * What comes of printing with it. On Windows driver and port say so in every language; a name is what somebody gave it,
 * and is heard only where nothing else is known.
 */
export function makesOf({ name, driver, port, attributes }: PrinterFacts): PrinterMakes {
  const isKnown = driver !== '' || port !== '';
  if ((attributes & FAX) !== 0 || faxPorts.test(port) || faxDrivers.test(driver)) return 'fax';
  if (notes.test(driver) || notes.test(port)) return 'note';
  if (filePorts.test(port) || fileDrivers.test(driver)) return 'file';
  if (isKnown) return 'paper';
  if (/^fax$/i.test(name)) return 'fax';
  if (notes.test(name)) return 'note';
  return fileNames.test(name) ? 'file' : 'paper';
}

/** Of CUPS: where the queue's jobs go. Drivers for paper are called after PDF there, too. */
export function queueMakes(deviceUri: string): PrinterMakes {
  return /^(cups-pdf|file|boomaga|print-to-pdf):|^\/dev\/null/i.test(deviceUri) ? 'file' : 'paper';
}
