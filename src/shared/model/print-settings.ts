import { z } from 'zod';
import { languageSchema } from './language';
import { textSchema } from './text';

/** Where slips are asked for: each may have a printer of its own. */
export const stations = ['desk', 'kiosk'] as const;
export const stationNameSchema = z.enum(stations);
export type StationName = z.infer<typeof stationNameSchema>;

/** What a slip is printed on: rolls of this width, as long as the slip needs, or sheets. */
export const papers = ['roll_58', 'roll_80', 'a6', 'a5'] as const;
export const paperSchema = z.enum(papers);
export type Paper = z.infer<typeof paperSchema>;

/**
 * How slips leave: through the system's printer queue; as ESC/POS raster over TCP, or to a device file or raw spooler;
 * as a PDF in a folder; or not at all.
 */
export const printWays = ['system', 'network', 'device', 'pdf', 'none'] as const;
export const printWaySchema = z.enum(printWays);
export type PrintWay = z.infer<typeof printWaySchema>;

/** How many dots heads of receipt printers set across; the common ones of rolls of 58 and 80 mm. */
export const headWidths = [384, 420, 512, 576, 640] as const;
export const headWidthSchema = z.literal(headWidths);
export type HeadWidth = z.infer<typeof headWidthSchema>;

export const printTargetSchema = z.object({
  way: printWaySchema.default('system'),
  paper: paperSchema.default('roll_80'),
  /** Way `system`: the queue's name; null: the system's default printer, and without one a PDF only. */
  printer: z.string().trim().min(1).max(200).nullable().default(null),
  /** Way `network`: name or address of the printer. */
  host: z.string().trim().max(253).default(''),
  port: z.int().min(1).max(65_535).default(9100),
  /** Way `device`: a device file such as /dev/usb/lp0, or on Windows the printer's name. */
  device: z.string().trim().max(260).default(''),
  /** Way `pdf`: the folder, as a full path; empty: `slips` in the data folder. */
  folder: z.string().trim().max(500).default(''),
  /** Ways `network` and `device`: a dot is black below this brightness, 0 to 255. */
  threshold: z.int().min(1).max(254).default(150),
  /** Ways `network` and `device`: what the head sets across; null: as is usual for the roll. */
  dots: headWidthSchema.nullable().default(null),
  cut: z.boolean().default(true),
  beep: z.boolean().default(false),
  drawer: z.boolean().default(false),
});
export type PrintTarget = z.infer<typeof printTargetSchema>;

export const MAX_LOGO_CHARACTERS = 400_000;

export const printSettingsSchema = z.object({
  /** The kiosk prints where the desk does unless it has a printer of its own. */
  desk: printTargetSchema.prefault({}),
  kiosk: printTargetSchema.nullable().default(null),
  /** A second language on every slip, under the patient's own; null: none. */
  secondLanguage: languageSchema.nullable().default(null),
  showName: z
    .boolean()
    .default(true)
    .describe('The patient’s name on slips; without it the last digits of the phone tell whose one is.'),
  maskName: z
    .boolean()
    .default(false)
    .describe('Only the first letters of the name on slips: they get left lying about.'),
  clinicLine: textSchema(200).default('').describe('One line of your own at the foot of every slip.'),
  feeLine: textSchema(60).default('').describe('What a consultation costs, as printed; empty: no fee line.'),
  /** A PNG or JPEG as a data URL. */
  logo: z
    .string()
    .max(MAX_LOGO_CHARACTERS)
    .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/)
    .nullable()
    .default(null),
  moveSlips: z
    .boolean()
    .default(true)
    .describe('Prints a new slip when the slot of a patient who is here changes.'),
});
export type PrintSettings = z.infer<typeof printSettingsSchema>;

const usualWidths: Readonly<Record<Paper, HeadWidth | null>> = {
  roll_58: 384,
  roll_80: 576,
  a6: null,
  a5: null,
};

/** Dots across a slip that leaves as a picture; null: it leaves as a page, or thermal heads have no such paper. */
export function dotsOf({ way, paper, dots }: Pick<PrintTarget, 'way' | 'paper' | 'dots'>): HeadWidth | null {
  const usual = way === 'network' || way === 'device' ? usualWidths[paper] : null;
  return usual && (dots ?? usual);
}

/** R25: whether paper blanks come out there, one by one; else they are made on sheets of A4. */
export function printsBlanks({ way, paper }: PrintTarget): boolean {
  return way !== 'none' && way !== 'pdf' && (paper === 'roll_58' || paper === 'roll_80');
}

/** Where a station's slips go: the kiosk's to the desk's printer unless it has one of its own. */
export function targetOf(print: Pick<PrintSettings, StationName>, station: StationName): PrintTarget {
  return station === 'kiosk' ? (print.kiosk ?? print.desk) : print.desk;
}
