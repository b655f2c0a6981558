import { z } from 'zod';

/** What a new clinic is asked, in this order. Each can be skipped, and is found again in the settings. */
export const setUpSteps = ['clinic', 'doctors', 'people', 'printer', 'voice', 'backups', 'done'] as const;
export const setUpStepSchema = z.enum(setUpSteps);
export type SetUpStep = z.infer<typeof setUpStepSchema>;
