import { z } from 'zod';

/** Bytes of a file that somebody chooses to read in; a list of doctors or holidays is far smaller. */
export const MOST_OF_A_FILE = 2_000_000;
export const MOST_OF_A_FILE_MB = MOST_OF_A_FILE / 1_000_000;
/** The same as base64: four characters are three bytes. */
export const MOST_OF_A_FILE_CHARACTERS = Math.ceil(MOST_OF_A_FILE / 3) * 4;

/** A file as base64: its size and content are checked by whoever reads it. */
export const chosenFileSchema = z.string();

export const encodings = ['utf-8', 'utf-16', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];
