import { z } from 'zod';

export const screens = ['home', 'desk', 'kiosk', 'doctor', 'board', 'admin', 'summary'] as const;
export const screenSchema = z.enum(screens);
export type Screen = z.infer<typeof screenSchema>;
