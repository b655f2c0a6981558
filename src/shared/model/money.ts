/** The most that one row may say, in the smallest unit: below a thousand million. */
export const MOST_AMOUNT = 999_999_999;

const digits = new Map<string, number>();

/** How many decimals a currency has, as ISO 4217 says: INR 2, KWD 3, JPY 0. One that nobody knows has 2. */
export function decimalsOf(currency: string): number {
  const known = digits.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const found = format.resolvedOptions().maximumFractionDigits ?? 2;
  digits.set(currency, found);
  return found;
}

/** What is wrong with a typed amount. */
export type AmountProblem = 'none' | 'decimals' | 'negative' | 'large';

/**
 * What somebody typed, in the smallest unit; never through a fraction, so that nothing is rounded. Groups of digits may be
 * parted by commas or spaces, as amounts are read from a bill; a comma that parts no three digits may be meant as a point, and
 * a hundred times as much is not guessed.
 */
export function typedAmount(typed: string, currency: string): number | AmountProblem {
  const written = typed.normalize('NFKC').replace(/[\s']/g, '');
  if (/,(?!(?:\d\d,)*\d{3}(?!\d))/.test(written)) return 'none';
  const plain = written.replace(/,/g, '');
  if (/^[-−]/.test(plain)) return 'negative';
  const [, whole = '', part = ''] = /^(\d+)(?:\.(\d*))?$/.exec(plain) ?? [];
  if (whole === '') return 'none';
  const decimals = decimalsOf(currency);
  if (part.replace(/0+$/, '').length > decimals) return 'decimals';
  const figures = `${whole}${part.slice(0, decimals).padEnd(decimals, '0')}`.replace(/^0+(?=\d)/, '');
  const amount = figures.length > 10 ? Number.POSITIVE_INFINITY : Number(figures);
  return amount > MOST_AMOUNT ? 'large' : amount;
}

/** `-12.50`: with a point and all decimals, for files and for what programs read. */
export function plainAmount(amount: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const figures = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const sign = amount < 0 ? '-' : '';
  if (decimals === 0) return sign + figures;
  return `${sign}${figures.slice(0, -decimals)}.${figures.slice(-decimals)}`;
}
