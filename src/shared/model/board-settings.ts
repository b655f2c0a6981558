import { z } from 'zod';
import { languageSchema } from './language';
import { textSchema } from './text';
import { minuteOfDaySchema } from './time';

export const boardSettingsSchema = z.object({
  /** What stands beside a number on the board, where everybody reads it. */
  names: z
    .enum(['none', 'initials', 'masked', 'first', 'full'])
    .default('none')
    .describe('What the board shows of a name.'),
  language: languageSchema.default('en').describe('The language of the board.'),
  secondLanguage: languageSchema.nullable().default(null),
  notices: z
    .array(textSchema(160).min(1))
    .max(5)
    .default([])
    .describe('Lines of your own at the foot of the board, up to five.'),
});
export type BoardSettings = z.infer<typeof boardSettingsSchema>;

export const voiceSettingsSchema = z.object({
  muted: z.boolean().default(false).describe('No voice; the board still shows every call.'),
  volume: z.number().min(0).max(1).default(0.8).describe('How loud, 0 to 1.'),
  languages: z
    .array(languageSchema)
    .min(1)
    .max(2)
    .default(['en'])
    .describe('In which languages a call is said.'),
  times: z.int().min(1).max(3).default(2).describe('How often each call is said.'),
  quietFrom: minuteOfDaySchema
    .nullable()
    .default(null)
    .describe('From this minute of the day nothing is said.'),
  quietUntil: minuteOfDaySchema
    .nullable()
    .default(null)
    .describe('Until this minute of the day nothing is said.'),
  source: z
    .enum(['clips', 'system'])
    .default('clips')
    .describe('The recordings in the app (or your own), or the voices of this computer.'),
});
export type VoiceSettings = z.infer<typeof voiceSettingsSchema>;
