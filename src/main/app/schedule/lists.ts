import type { CheckedInput } from '../../../shared/contract';
import type { Closure, Leave, OneOff } from '../../../shared/model/absence';
import { DAYS_AHEAD, type ServiceDay } from '../../../shared/model/time';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { daysAfter } from '../time/calendar';

interface Days {
  readonly from?: ServiceDay | undefined;
  readonly to?: ServiceDay | undefined;
}

/** Default: from today on, as far as days can be booked. */
function daysOf({ today }: Call, { from = today, to = daysAfter(today, DAYS_AHEAD) }: Days) {
  return { from, to };
}

export async function listLeaves(
  call: Call,
  { doctorId, ...days }: CheckedInput<'leaves.list'>,
): Promise<Result<Leave[]>> {
  const { from, to } = daysOf(call, days);
  return ok([...(await call.environment.store.leaves(doctorId ?? null, from, to))]);
}

export async function listOneOffs(
  call: Call,
  { doctorId, ...days }: CheckedInput<'oneOffs.list'>,
): Promise<Result<OneOff[]>> {
  const { from, to } = daysOf(call, days);
  return ok([...(await call.environment.store.oneOffs(doctorId ?? null, from, to))]);
}

export async function listClosures(
  call: Call,
  days: CheckedInput<'closures.list'>,
): Promise<Result<Closure[]>> {
  const { from, to } = daysOf(call, days);
  return ok([...(await call.environment.store.closures(from, to))]);
}
