import type { Paper } from '../../shared/model/print-settings';

interface PaperFacts {
  readonly widthMm: number;
  /** A sheet's; null: a roll, as long as the slip. */
  readonly heightMm: number | null;
}

const paperFacts: Readonly<Record<Paper, PaperFacts>> = {
  roll_58: { widthMm: 58, heightMm: null },
  roll_80: { widthMm: 80, heightMm: null },
  a6: { widthMm: 105, heightMm: 148 },
  a5: { widthMm: 148, heightMm: 210 },
};

/** The least side Chromium prints, and a slip one can hold. */
const MIN_ROLL_MM = 40;
/** Longer is a mistake, not a slip: it would empty the roll. */
const MAX_ROLL_MM = 600;

/** The page for a slip of this height; undefined: it is absurd. */
export function pageSize(paper: Paper, slipMm: number): { widthMm: number; heightMm: number } | undefined {
  const { widthMm, heightMm } = paperFacts[paper];
  if (heightMm !== null) return { widthMm, heightMm };
  if (!(slipMm > 0) || slipMm > MAX_ROLL_MM) return undefined;
  return { widthMm, heightMm: Math.max(MIN_ROLL_MM, Math.ceil(slipMm) + 1) };
}
