import { z } from 'zod';
import { type BookView, bookViewSchema } from '../../shared/model/book-view';
import { tokenIdSchema } from '../../shared/model/ids';
import { placeSchema } from '../../shared/model/reason';
import { slotViewSchema } from '../../shared/model/slot';
import type { Token } from '../../shared/model/token';
import { waitRangeSchema } from '../../shared/model/wait';
import { tokenViewSchema, viewToken } from './token-view';

const slotWithTokens = slotViewSchema.extend({ tokens: z.array(tokenViewSchema) });

/** One doctor's day on HTTP: the slots with who sits in them, the list, the queue. */
export const dayViewSchema = bookViewSchema
  .pick({ doctor: true, serviceDay: true, status: true, revision: true, now: true })
  .extend({
    slots: z.array(slotWithTokens),
    called: tokenViewSchema.nullable(),
    inConsultation: tokenViewSchema.nullable(),
    /** R18: who is here, in calling order, each with the reason for the place. */
    queue: z.array(z.object({ tokenId: tokenIdSchema, number: z.string(), place: placeSchema })),
    /** R10: best first. */
    waiting: z.array(tokenViewSchema),
    /** Cancelled and no-shows. */
    gone: z.array(tokenViewSchema),
    /** R18: how long each who is still to be called will wait from now. */
    waits: z.array(waitRangeSchema.extend({ tokenId: tokenIdSchema })),
  });

export function viewDay(book: BookView): z.infer<typeof dayViewSchema> {
  const byId = new Map(book.tokens.map((token) => [token.id, viewToken(token)]));
  const found = (id: Token['id'] | null): z.infer<typeof tokenViewSchema> | null =>
    (id && byId.get(id)) ?? null;
  const all = [...byId.values()];
  return {
    doctor: book.doctor,
    serviceDay: book.serviceDay,
    status: book.status,
    revision: book.revision,
    now: book.now,
    slots: book.slots.map((slot) => ({ ...slot, tokens: all.filter(({ slotId }) => slotId === slot.id) })),
    called: found(book.called),
    inConsultation: found(book.inConsultation),
    queue: book.queue.map(({ tokenId, place }) => ({
      tokenId,
      number: byId.get(tokenId)?.number ?? '',
      place,
    })),
    waiting: book.waiting.flatMap((id) => found(id) ?? []),
    gone: all.filter(({ status }) => status === 'cancelled' || status === 'no_show'),
    waits: book.waits,
  };
}
