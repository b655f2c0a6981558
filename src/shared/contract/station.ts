import { z } from 'zod';
import { stationSchema } from '../model/desk';
import { doctorIdSchema } from '../model/ids';
import { appStatusSchema, screenSchema } from '../model/view';
import { command, done, nothing, query } from './call';

/** The app itself: windows, demo, backup, health. */
export const stationCalls = {
  'app.status': query(nothing, appStatusSchema, ['staff', 'kiosk', 'doctor', 'board']),
  'app.loadDemo': command(nothing, done, ['staff']),
  'windows.open': command(
    z.strictObject({ screen: screenSchema, doctorId: doctorIdSchema.optional() }),
    done,
    ['staff', 'doctor'],
  ),
  'station.status': query(nothing, stationSchema, ['staff', 'kiosk', 'doctor']),
  'backups.make': command(nothing, done, ['staff']),
} as const;
