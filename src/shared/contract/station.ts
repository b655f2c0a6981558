import { z } from 'zod';
import { appStatusSchema } from '../model/app-status';
import { doctorIdSchema } from '../model/ids';
import { screenSchema } from '../model/screen';
import { stationSchema } from '../model/station';
import { serviceDaySchema } from '../model/time';
import { command, done, nothing, query } from './call';

/** The app itself: windows, backup, health. */
export const stationCalls = {
  'app.status': query(nothing, appStatusSchema, ['staff', 'kiosk', 'doctor', 'board']),
  'windows.open': command(
    z.strictObject({
      screen: screenSchema,
      doctorId: doctorIdSchema.optional(),
      /** One more window, even if there is one. */
      another: z.boolean().optional(),
      /** For a day's summary; default: today. */
      serviceDay: serviceDaySchema.optional(),
    }),
    done,
    ['staff', 'doctor'],
  ),
  'station.status': query(nothing, stationSchema, ['staff', 'kiosk', 'doctor']),
  'backups.make': command(nothing, done, ['staff']),
} as const;
