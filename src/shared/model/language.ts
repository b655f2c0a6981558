import { z } from 'zod';

/** What the kiosk, slips and the board speak; staff screens speak the first two. */
export const languages = ['en', 'hi', 'ta', 'ar'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

export const staffLanguages = ['en', 'hi'] as const satisfies readonly Language[];
export type StaffLanguage = (typeof staffLanguages)[number];
/** Where pages keep what staff chose on this computer. */
export const STAFF_LANGUAGE_KEY = 'staff.language';
