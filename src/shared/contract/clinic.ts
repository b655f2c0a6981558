import { z } from 'zod';
import { appStatusSchema } from '../model/app-status';
import { doctorIdSchema } from '../model/ids';
import { reasonsSettingsSchema } from '../model/reasons';
import { screenSchema, settingsSectionSchema } from '../model/screen';
import { settingsChangeSchema, settingsSchema } from '../model/settings';
import { serviceDaySchema } from '../model/time';
import { command, done, nothing, query, requestId } from './call';

/** What the app writes or reads outside of its own database. */
export const folderNames = [
  'data',
  'deskSlips',
  'kioskSlips',
  'backups',
  'exports',
  'logs',
  'recordings',
] as const;
export const folderNameSchema = z.enum(folderNames);
export type FolderName = z.infer<typeof folderNameSchema>;

export const foldersSchema = z.object({
  /** Full paths on the computer that keeps the data; null: there is no such folder. */
  paths: z.record(folderNameSchema, z.string().nullable()),
  /** Whoever asks sits at that computer. */
  canOpen: z.boolean(),
});

/** How the clinic works, where its files are, and the app itself. */
export const clinicCalls = {
  'settings.read': query(nothing, settingsSchema, ['staff']),
  /**
   * Only what is given changes; each section by its own fields. Answers all settings as they are then. What would mark
   * or move anybody at once is refused (CONFLICT, `details.would`) until it is `confirmed`.
   */
  'settings.change': command(
    settingsChangeSchema.extend({ confirmed: z.boolean().optional(), requestId }),
    settingsSchema,
    ['staff'],
  ),
  /** Why something is done: what staff may choose from. Part of the settings. */
  'reasons.list': query(nothing, reasonsSettingsSchema, ['staff', 'doctor']),
  'folders.list': query(nothing, foldersSchema, ['staff']),
  /** Shows a folder on this computer, made if it is not there. */
  'folders.open': command(z.strictObject({ folder: folderNameSchema }), done, ['staff']),
  'app.status': query(nothing, appStatusSchema, ['staff', 'kiosk', 'doctor', 'board', 'manager']),
  'windows.open': command(
    z.strictObject({
      screen: screenSchema,
      doctorId: doctorIdSchema.optional(),
      /** One more window, even if there is one. */
      another: z.boolean().optional(),
      /** For a day's summary; default: today. */
      serviceDay: serviceDaySchema.optional(),
      /** Of the settings: which part; default: the one shown last, at first the clinic. */
      section: settingsSectionSchema.optional(),
    }),
    done,
    ['staff', 'doctor'],
  ),
} as const;
