import { z } from 'zod';
import type { BookKey } from '../../shared/model/book';
import { type Instant, instantSchema } from '../../shared/model/time';
import type { Store } from '../store/store';

/** Until when the doctor is on a break on this day; null: at work. */
export async function breakUntil(
  store: Pick<Store, 'meta'>,
  key: BookKey,
  now: Instant,
): Promise<Instant | null> {
  const kept = untilSchema.safeParse(await store.meta(nameOfBreak(key)));
  return kept.success && kept.data > now ? kept.data : null;
}

/** Under what name the store keeps it. */
export function nameOfBreak({ doctorId, serviceDay }: BookKey): string {
  return `break ${serviceDay} ${doctorId}`;
}

const untilSchema = z.coerce.number().pipe(instantSchema);
