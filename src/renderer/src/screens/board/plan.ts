/*
 * Who stands where on the board, and how large. All lengths are in rem, of which the shorter side of the screen has
 * sixty whatever its resolution: a layout depends on the shape of the screen alone (docs/board.md).
 */

export const SHORT_SIDE = 60;

/**
 * The smallest a called number and its room may be: 40 mm capitals on a 43-inch screen, read from 8 m. Numbers or
 * rooms too long for that get fewer doctors a page; only a room that is too long for any page gets smaller.
 */
export const READABLE = 6.3;

const LARGEST = 19;
const MOST_A_PAGE = 12;
const PADDING = 1;
const GAP = 0.8;
const HEADER = { landscape: 4.4, portrait: 5.2 };
const FOOT = { landscape: 3.4, portrait: 4.6 };
const STRIP = 5.6;
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
  /** The size of plain text. */
  readonly text: number;
  /** No room for more than the next few and one word beside the name. */
  readonly dense: boolean;
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
 * @param silent whether the words of a silence take their room; pages and columns stay as they are
 */
export function planBoard(subjects: readonly Subject[], size: Size, silent = false): Plan {
  const shape = size.width > size.height ? 'landscape' : 'portrait';
  const best = arrangementOf(subjects, size);
  const area = areaOf(size, best.calls, silent ? SILENCE : 0);
  return {
    ...best,
    tile: tileOf(subjects, area, best),
    header: HEADER[shape],
    foot: FOOT[shape] + (silent ? SILENCE : 0),
    strip: STRIP,
    side: SIDE,
  };
}

type Arrangement = Pick<Plan, 'columns' | 'rows' | 'perPage' | 'pages' | 'calls'>;

function arrangementOf(subjects: readonly Subject[], size: Size): Arrangement {
  const count = Math.max(1, subjects.length);
  let best: Arrangement | undefined;
  for (let pages = Math.ceil(count / MOST_A_PAGE); pages <= count; pages += 1) {
    const candidates = arrangementsOf(Math.ceil(count / pages), pages, size);
    const rated = candidates.map((one) => {
      const { number } = tileOf(subjects, areaOf(size, one.calls, 0), one);
      // An empty corner is room that nobody has.
      return { one, number, rating: number * Math.sqrt(one.perPage / (one.columns * one.rows)) };
    });
    const readable = rated.filter(({ number }) => number >= READABLE);
    const pool = readable.length > 0 ? readable : rated;
    best = pool.reduce((a, b) => (b.rating > a.rating ? b : a)).one;
    if (readable.length > 0) return best;
  }
  return best ?? { columns: 1, rows: 1, perPage: 1, pages: 1, calls: 'strip' };
}

function arrangementsOf(perPage: number, pages: number, { width, height }: Size): Arrangement[] {
  const calls = width > height && perPage <= 4 ? 'side' : 'strip';
  return [1, 2, 3, 4]
    .filter((columns) => columns <= perPage)
    .map((columns) => ({ columns, rows: Math.ceil(perPage / columns), perPage, pages, calls }));
}

/** What the doctors have of the screen. */
function areaOf({ width, height }: Size, calls: Plan['calls'], taken: number): Size {
  const shape = width > height ? 'landscape' : 'portrait';
  const frame = 2 * PADDING + HEADER[shape] + FOOT[shape] + 2 * GAP + taken;
  return calls === 'side'
    ? { width: width - 2 * PADDING - SIDE - GAP, height: height - frame }
    : { width: width - 2 * PADDING, height: height - frame - STRIP - GAP };
}

/** Paddings of a tile and of the plate in it that number and room stand on. */
const TILE_PADDING = 0.6;
const PLATE_PADDING = 0.9;

function tileOf(
  subjects: readonly Subject[],
  area: Size,
  { columns, rows }: Pick<Plan, 'columns' | 'rows'>,
): Tile {
  const width = (area.width - (columns - 1) * GAP) / columns;
  const height = (area.height - (rows - 1) * GAP) / rows;
  const text = clamp(1.2, Math.min(height * 0.085, width * 0.05), 2.2);
  const dense = height < 17;
  const plate = {
    width: width - 2 * TILE_PADDING - 2 * PLATE_PADDING,
    height: height - 2 * TILE_PADDING - otherRows(text, dense),
  };
  const widest = { number: 2, room: 0.6, row: 2 };
  for (const { number, room } of subjects) {
    const numberWidth = widthOf(number);
    const roomWidth = room === '' ? 0 : Math.max(widthOf(room), 0.9);
    widest.number = Math.max(widest.number, numberWidth);
    widest.room = Math.max(widest.room, roomWidth);
    widest.row = Math.max(widest.row, numberWidth + roomWidth + BETWEEN);
  }
  const label = text * LABEL_LINE;
  const row = Math.min(plate.width / widest.row, (plate.height - label - 0.6) / LINE);
  const stack = Math.min(
    plate.width / Math.max(widest.number, widest.room),
    (plate.height - 2 * label - 1) / (2 * LINE),
  );
  const number = Math.max(1, Math.min(LARGEST, Math.max(row, stack)));
  return { width, height, direction: stack > row ? 'stack' : 'row', number, text, dense };
}

/** Line heights, as shares of the font size; capitals and figures of the typeface are 0.714 high. */
export const LINE = 0.86;
const LABEL_LINE = 1.3;
/** Between number and room, as a share of their size. */
const BETWEEN = 0.45;

/** Name, and what follows below the plate. */
function otherRows(text: number, dense: boolean): number {
  const gaps = dense ? 0.6 : 1.2;
  const name = text * 1.2 * 1.35;
  const next = text * 1.45 * 1.3;
  return gaps + name + next + (dense ? 0 : text * 1.4 + text * 1.5);
}

/** How wide the sign type sets a text, in shares of its size; rather too wide than too narrow. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
}

function letterWidth(letter: string): number {
  if (/[0-9]/.test(letter)) return 0.53;
  if (/[-. ]/.test(letter)) return 0.32;
  if (/[MWmw@]/.test(letter)) return 0.9;
  if (/[ -~]/.test(letter)) return 0.66;
  return /\p{M}/u.test(letter) ? 0.35 : 0.85;
}

function clamp(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
