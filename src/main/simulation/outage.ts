import { MINUTE } from '../../shared/model/time';

/** The PC is off from `from` to `to` (instants): nobody checks in, gets a token or is called, and no timer runs. */
export interface Outage {
  readonly from: number;
  readonly to: number;
}

/** How long the desk needs afterwards for those who came meanwhile. */
const WORKED_OFF_IN = 10 * MINUTE;

export function isOff(outage: Outage | null, at: number): boolean {
  return outage !== null && at >= outage.from && at < outage.to;
}

/** When the desk gets round to somebody who comes at `at`: after an outage, in the order of coming. */
export function deskAt(outage: Outage | null, at: number): number {
  if (outage === null || !isOff(outage, at)) return at;
  const share = (at - outage.from) / (outage.to - outage.from);
  return outage.to + share * WORKED_OFF_IN;
}
