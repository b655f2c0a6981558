import { slotIdSchema } from '../model/ids';
import { capacitySchema } from '../model/slot';
import { serviceDaySchema } from '../model/time';
import { byDoctor, command, done } from './call';

/** What staff do with slots. */
export const slotCalls = {
  'slots.close': command(
    byDoctor.extend({ slotId: slotIdSchema, serviceDay: serviceDaySchema.optional() }),
    done,
    ['staff'],
  ),
  'slots.reopen': command(
    byDoctor.extend({ slotId: slotIdSchema, serviceDay: serviceDaySchema.optional() }),
    done,
    ['staff'],
  ),
  'slots.change': command(
    byDoctor.extend({
      slotId: slotIdSchema,
      serviceDay: serviceDaySchema.optional(),
      capacity: capacitySchema,
    }),
    done,
    ['staff'],
  ),
} as const;
