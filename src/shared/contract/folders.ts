import { z } from 'zod';
import { command, done, nothing, query } from './call';

/** What the app writes or reads outside of its own database. */
export const folderNames = ['deskSlips', 'kioskSlips', 'backups', 'logs', 'recordings'] as const;
export const folderNameSchema = z.enum(folderNames);
export type FolderName = z.infer<typeof folderNameSchema>;

export const foldersSchema = z.object({
  /** Full paths on the computer that keeps the data; null: there is no such folder. */
  paths: z.record(folderNameSchema, z.string().nullable()),
  /** Whoever asks sits at that computer. */
  canOpen: z.boolean(),
});
export type Folders = z.infer<typeof foldersSchema>;

export const folderCalls = {
  'folders.list': query(nothing, foldersSchema, ['staff']),
  /** Shows a folder on this computer, made if it is not there. */
  'folders.open': command(z.strictObject({ folder: folderNameSchema }), done, ['staff']),
} as const;
