import { z } from 'zod';
import { alarmSchema } from '../model/alarm';
import { liveViewSchema } from '../model/live';
import { command, nothing, query } from './call';

/** The morning as it goes, for whoever runs it. */
export const liveCalls = {
  'live.view': query(nothing, liveViewSchema, ['staff', 'manager']),
  /** Of today, the latest first: without the rest of the page. */
  'live.alarms': query(nothing, z.array(alarmSchema), ['staff', 'manager']),
  /** Somebody knows of this alarm: it does not ring again while it stays. Again: as it is. Errors: NOT_FOUND. */
  'live.acknowledge': command(z.strictObject({ alarmId: alarmSchema.shape.id }), alarmSchema, ['staff']),
} as const;
