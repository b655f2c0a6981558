import { z } from 'zod';

const SHAPE = /^\d{4,8}$/;
/** Those that people try first: keys in a row of the pad, and what so many choose. */
const WELL_KNOWN = new Set(['2580', '0852', '1379', '9731', '1342', '147258', '159753', '112233', '123123']);

/** What staff type to sign in, or to leave the kiosk or the board: nobody guesses it at the first try. */
export const pinSchema = z
  .string()
  .regex(SHAPE, 'A PIN has four to eight digits.')
  .refine(
    (pin) => !SHAPE.test(pin) || !isWeakPin(pin),
    'This PIN is guessed too easily. Please choose another.',
  );

/** The same digit again and again, digits in a row, two by two, or one that everybody knows. */
export function isWeakPin(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0));
  // 9 is followed by 0, and 0 by 9, on every pad.
  const isRow = (step: number): boolean => steps.every((one) => one === step || one === -9 * step);
  const isPairs = /^(..?)\1+$/.test(pin);
  return isPairs || isRow(1) || isRow(-1) || WELL_KNOWN.has(pin);
}
