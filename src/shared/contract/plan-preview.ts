import { z } from 'zod';
import { planPreviewSchema } from '../model/plan-preview';
import { query } from './call';
import { doctorCalls } from './doctors';
import { look } from './preview';
import { scheduleCalls } from './schedule';

/** The commands that plan days, to look at before they are done; why they are done may still be missing. */
export const planPreviewInputSchema = z.discriminatedUnion('command', [
  look('doctors.save', doctorCalls['doctors.save'].input),
  look('leaves.add', scheduleCalls['leaves.add'].input.partial({ reason: true })),
  look('leaves.remove', scheduleCalls['leaves.remove'].input),
  look('oneOffs.add', scheduleCalls['oneOffs.add'].input),
  look('oneOffs.remove', scheduleCalls['oneOffs.remove'].input),
  look('closures.add', scheduleCalls['closures.add'].input.partial({ name: true })),
  look('closures.addAll', scheduleCalls['closures.addAll'].input),
  look('closures.remove', scheduleCalls['closures.remove'].input),
]);
export type PlanPreviewInput = z.input<typeof planPreviewInputSchema>;

export const planPreviewCalls = {
  /** Whom it would move, on which days; nothing is done. Refused as the command would be. */
  'plans.preview': query(planPreviewInputSchema, planPreviewSchema, ['staff']),
} as const;
