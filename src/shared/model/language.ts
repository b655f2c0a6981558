import { z } from 'zod';

/** What the kiosk, slips and the board speak; staff screens speak the first two. */
export const languages = ['en', 'hi', 'ta', 'ar'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;
