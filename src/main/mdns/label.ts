/** What the host name is where nothing else can be made of the computer's. */
const FALLBACK = 'opd-tokens';
/** Leaves room within a label's 63 for what a conflict adds. */
const LONGEST = 40;
/** Somebody answers to every name we ask for: there is no use in going on. */
export const MOST_TURNS = 9;

/**
 * The name this computer goes by on the network when the clinic chose none: of the computer's own, but never that one itself, which
 * is the system's to announce.
 */
export function defaultLabel(computerName: string): string {
  const own = ownLabel(computerName);
  if (own === '' || own === 'localhost') return FALLBACK;
  const label = own.startsWith('opd') ? `${own.slice(0, LONGEST - 7)}-tokens` : `opd-${own}`;
  return label.slice(0, LONGEST).replace(/-+$/, '');
}

/** `Front Desk.clinic.example` → `front-desk`: how the computer's own name would be announced. */
export function ownLabel(computerName: string): string {
  const [short = ''] = computerName.toLowerCase().split('.');
  return short
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** When another computer has the name: `desk` → `desk-2` → `desk-3`. */
export function nthLabel(label: string, turn: number): string {
  return turn === 1 ? label : `${label}-${turn}`;
}

/** Which of a label's turns a name is; the first, if it is none of them. */
export function turnOf(label: string, name: string | undefined): number {
  const turns = Array.from({ length: MOST_TURNS }, (_, index) => index + 1);
  return turns.find((turn) => hostNameOf(nthLabel(label, turn)) === name) ?? 1;
}

/** As it is announced and typed. */
export const hostNameOf = (label: string): string => `${label}.local`;
