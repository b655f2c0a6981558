import { type VisitOutcome, visitOutcomes } from '../../shared/model/report';
import { type Channel, channels, type Source, sources, type Token } from '../../shared/model/token';

/** In rows of visits a word is its place in its list, and what befell a token a bit: nothing may ever be put in between. */
export const sourceCode = (source: Source): number => sources.indexOf(source);
export const channelCode = (channel: Channel): number => channels.indexOf(channel);
export const outcomeCode = (outcome: VisitOutcome): number => visitOutcomes.indexOf(outcome);

export const flag = {
  displaced: 1,
  promoted: 2,
  overflow: 4,
  /** Beyond the seats, as it stands (R18, R25). */
  extra: 8,
  corrected: 16,
  restored: 32,
  reinstated: 64,
  /** R21: it continues one of another doctor or day. */
  continues: 128,
  upgraded: 256,
} as const;

/** What follows from the token as it stands; the others are kept from what happened. */
export const STANDING_FLAGS = flag.extra | flag.continues | flag.upgraded;

export const actKind = { correction: 0, undo: 1 } as const;

const DAY_MS = 24 * 60 * 60_000;
/** Days since 1970. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
export const dayOfNumber = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** What became of it, as reports know it. */
export function outcomeOf(token: Token): VisitOutcome {
  if (token.status === 'served' || token.status === 'no_show') return token.status;
  if (token.status !== 'cancelled') return 'open';
  const { cancelReason: reason } = token;
  if (reason === 'patient' || reason === 'staff') return 'cancelled';
  return reason === 'transfer_undone' ? 'undone' : reason;
}
