import { z } from 'zod';
import { doctorIdSchema } from '../../../shared/model/ids';
import { sourceSchema } from '../../../shared/model/token';
import type { PaceModel } from '../../engine';

const figure = z.number();
const moments = z.object({ weight: figure, mean: figure, square: figure });

/** As the store gives it back; of damaged data nothing is learned from. */
export const paceModelSchema = z.object({
  doctors: z.record(
    doctorIdSchema,
    z.object({
      all: moments,
      bySource: z.partialRecord(sourceSchema, moments),
      late: z.array(figure),
      minutes: figure,
      arrivals: z.partialRecord(sourceSchema, figure),
      expected: figure,
      came: figure,
    }),
  ),
  ratios: z.array(figure),
  waits: z.object({ actual: figure, predicted: figure }),
}) satisfies z.ZodType<PaceModel>;
