/*
 * Who stands where on the board, and how large. All lengths are in rem, of which the shorter side of the screen has
 * sixty whatever its resolution: a layout depends on the shape of the screen alone (docs/board.md).
 */

export const SHORT_SIDE = 60;

/** What a called number and its room should at least be: 40 mm capitals on a 43-inch screen, read from 8 m. */
export const READABLE = 6.3;

/**
 * What they may be where long numbers or rooms would otherwise turn a page more: 35 mm, read from 7 m. To stand on
 * the board at all times is worth that metre. Longer ones yet do turn a page.
 */
export const LEGIBLE = 5.5;

/** A room longer than four figures is set smaller or in two lines; it does not make all the others small. */
const LONGEST_ROOM = 1.9;

const LARGEST = 19;
const MOST_A_PAGE = 12;
const PADDING = 1;
export const GAP = 0.7;
const HEADER = { landscape: 4.2, portrait: 5.2 };
const FOOT = { landscape: 3.2, portrait: 4.6 };
const STRIP = { landscape: 5.2, portrait: 7 };
const SIDE = 26;
/** What the words of a silence take from the doctors. */
const SILENCE = 5.4;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a doctor's tile must have room for. */
export interface Subject {
  readonly number: string;
  readonly room: string;
}

export interface Tile {
  readonly width: number;
  readonly height: number;
  /** Number and room beside each other, or one above the other. */
  readonly direction: 'row' | 'stack';
  /** The font size of the called number and the room. */
  readonly number: number;
  /** How wide number and room stand on their plate, beside each other; and what of it is the room's. */
  readonly sign: number;
  readonly room: number;
  /** The size of plain text, and of the words above number and room. */
  readonly text: number;
  readonly label: number;
  /** No room for more than the next few and one word beside the name. */
  readonly dense: boolean;
  /** The narrowest cut of the sign type. */
  readonly narrow: boolean;
  /** Whether the word above the room stands in both languages. */
  readonly bothRooms: boolean;
  /** Lines of facts below the next few. */
  readonly lines: number;
}

export interface Wishes {
  /** Whether the words of a silence take their room; pages and columns stay as they are. */
  readonly silent?: boolean;
  /** How many letters the words above a number have. */
  readonly labelLetters?: number;
}

interface Words {
  readonly subjects: readonly Subject[];
  readonly labelLetters: number;
}

export interface Plan {
  readonly columns: number;
  readonly rows: number;
  readonly perPage: number;
  readonly pages: number;
  /** The last calls beside the doctors, or in a strip below them. */
  readonly calls: 'side' | 'strip';
  readonly tile: Tile;
  readonly header: number;
  readonly foot: number;
  readonly strip: number;
  readonly side: number;
}

/**
 * The arrangement with the largest numbers of all that show everybody on the fewest pages.
 * @param size of the screen, in rem
 */
export function planBoard(
  subjects: readonly Subject[],
  size: Size,
  { silent = false, labelLetters = 19 }: Wishes = {},
): Plan {
  const shape = size.width > size.height ? 'landscape' : 'portrait';
  const words = { subjects, labelLetters };
  const best = arrangementOf(words, size);
  const area = areaOf(size, best.calls, silent ? SILENCE : 0);
  return {
    ...best,
    tile: tileOf(words, area, best),
    header: HEADER[shape],
    foot: FOOT[shape] + (silent ? SILENCE : 0),
    strip: STRIP[shape],
    side: SIDE,
  };
}

type Arrangement = Pick<Plan, 'columns' | 'rows' | 'perPage' | 'pages' | 'calls'> &
  Pick<Tile, 'dense' | 'narrow'>;

function arrangementOf(words: Words, size: Size): Arrangement {
  const count = Math.max(1, words.subjects.length);
  const sizeOf = (one: Arrangement): number => tileOf(words, areaOf(size, one.calls, 0), one).number;
  const bestOn = (pages: number): Arrangement =>
    arrangementsOf(Math.ceil(count / pages), pages, size).reduce((a, b) =>
      rate(words, b, size) > rate(words, a, size) ? b : a,
    );
  for (let pages = Math.ceil(count / MOST_A_PAGE); pages < count; pages += 1) {
    const best = bestOn(pages);
    if (sizeOf(best) >= LEGIBLE) return best;
  }
  return bestOn(count);
}

/** An empty corner is room that nobody has; what is left out, pressed together or tiny is missed. */
function rate(words: Words, one: Arrangement, size: Size): number {
  const { number, label } = tileOf(words, areaOf(size, one.calls, 0), one);
  const full = one.perPage / (one.columns * one.rows);
  const eased = (one.dense ? 0.7 : 1) * (one.narrow ? 0.8 : 1);
  const seen = number * full * Math.min(1, label / 1.1) * eased;
  // Whatever it takes, it must be readable.
  return number >= READABLE ? 100 + seen : number;
}

function arrangementsOf(perPage: number, pages: number, { width, height }: Size): Arrangement[] {
  const calls = width > height && perPage <= 4 ? 'side' : 'strip';
  return [1, 2, 3, 4]
    .filter((columns) => columns <= perPage)
    .map((columns) => ({ columns, rows: Math.ceil(perPage / columns), perPage, pages, calls }) as const)
    .flatMap((one) => [
      { ...one, dense: false, narrow: false },
      { ...one, dense: true, narrow: false },
      { ...one, dense: false, narrow: true },
      { ...one, dense: true, narrow: true },
    ]);
}

/** What the doctors have of the screen. */
function areaOf({ width, height }: Size, calls: Plan['calls'], taken: number): Size {
  const shape = width > height ? 'landscape' : 'portrait';
  const frame = 2 * PADDING + HEADER[shape] + FOOT[shape] + 2 * GAP + taken;
  return calls === 'side'
    ? { width: width - 2 * PADDING - SIDE - GAP, height: height - frame }
    : { width: width - 2 * PADDING, height: height - frame - STRIP[shape] - GAP };
}

/** Paddings of a tile and of the plate in it that number and room stand on. */
const TILE_PADDING = 0.5;
const PLATE_PADDING = 0.55;
/** Above and below number and room. */
const PLATE_MARGIN = 1.2;
const STACK_GAP = 0.6;
/** The word above the room, beside those above the number, in letters: in one language and in two. */
const ROOM_LETTERS = { one: 3.5, both: 9 };
const LEAST_LABEL = 0.95;
const WIDE = 30;

function tileOf(
  { subjects, labelLetters }: Words,
  area: Size,
  { columns, rows, dense, narrow }: Pick<Arrangement, 'columns' | 'rows' | 'dense' | 'narrow'>,
): Tile {
  const width = (area.width - (columns - 1) * GAP) / columns;
  const height = (area.height - (rows - 1) * GAP) / rows;
  const text = clamp(1.2, Math.min(height * 0.07, width * 0.06), 2.4);
  const lines = dense ? 0 : height > 30 ? 3 : 1;
  const plate = {
    width: width - 2 * TILE_PADDING - 2 * PLATE_PADDING,
    height: height - 2 * TILE_PADDING - otherRows(text, lines) - PLATE_MARGIN,
  };
  const bothRooms = plate.width > WIDE;
  const letters = labelLetters + (bothRooms ? ROOM_LETTERS.both : ROOM_LETTERS.one);
  const label = clamp(LEAST_LABEL, plate.width / letters, text);
  const widest = widestOf(subjects, narrow);
  const row = Math.min(plate.width / widest.row, (plate.height - label * LABEL_LINE) / LINE);
  const stack = Math.min(
    plate.width / Math.max(widest.number, widest.room),
    (plate.height - 2 * label * LABEL_LINE - STACK_GAP) / (2 * LINE),
  );
  const number = Math.max(1, Math.min(LARGEST, Math.max(row, stack)));
  const stacked = stack > row;
  return {
    width,
    height,
    direction: stacked ? 'stack' : 'row',
    number,
    sign: Math.min(plate.width, number * widest.row * 1.3),
    room: stacked ? plate.width : number * widest.room,
    text,
    label,
    dense,
    narrow,
    bothRooms: bothRooms || stacked,
    lines,
  };
}

/** In shares of the size they are set in. */
function widestOf(
  subjects: readonly Subject[],
  narrow: boolean,
): { number: number; room: number; row: number } {
  const widest = { number: 2, room: 0.6, row: 2.6 };
  for (const { number, room } of subjects) {
    const numberWidth = widthOf(number, narrow);
    const roomWidth = Math.min(widthOf(room, narrow), LONGEST_ROOM);
    widest.number = Math.max(widest.number, numberWidth);
    widest.room = Math.max(widest.room, roomWidth);
    widest.row = Math.max(widest.row, numberWidth + BETWEEN + roomWidth);
  }
  return widest;
}

/** Line heights, as shares of the font size; capitals and figures of the typeface are 0.714 high. */
export const LINE = 0.86;
const LABEL_LINE = 1.3;
/** Between number and room, as a share of their size. */
const BETWEEN = 0.3;

/** Name and specialization above the plate, the next few and the facts below it. */
function otherRows(text: number, lines: number): number {
  const dense = lines === 0;
  const gaps = dense ? 0.5 : 1.2;
  const name = text * 1.2 * NAME_LINE + (dense ? 0 : text * 1.4);
  return gaps + name + text * NEXT_LINE + lines * text * 1.5;
}
const NAME_LINE = 1.3;
const NEXT_LINE = 1.8;

/** How a room is set in the place it has: its size, and whether its words stand one above the other. */
export function roomOf(room: string, tile: Tile): { size: number; lines: boolean } {
  const whole = Math.min(tile.number, tile.room / widthOf(room, tile.narrow));
  const words = room.split(/\s+/u);
  const longest = Math.max(...words.map((word) => widthOf(word, tile.narrow)));
  const parted = Math.min(tile.number / 2, tile.room / longest);
  return words.length === 2 && parted > whole ? { size: parted, lines: true } : { size: whole, lines: false };
}

/** How wide the sign type sets a text, in shares of its size; rather too wide than too narrow. */
export function widthOf(text: string, narrow: boolean): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return narrow ? width : width * 1.115;
}

/** Of the narrowest cut, as measured. */
function letterWidth(letter: string): number {
  if (/[0-9]/.test(letter)) return 0.47;
  if (/[-. ]/.test(letter)) return 0.31;
  if (/[MWmw@]/.test(letter)) return 0.79;
  if (/[CDGHNOQU]/.test(letter)) return 0.64;
  if (/[ -~]/.test(letter)) return 0.55;
  return /\p{M}/u.test(letter) ? 0.6 : 1.2;
}

function clamp(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
