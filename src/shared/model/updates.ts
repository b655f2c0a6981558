import { z } from 'zod';
import { instantSchema } from './time';

/** Where new versions are looked for. Nothing is asked of anybody while it is `off`. */
export const updateSources = ['off', 'folder', 'server'] as const;
export const updateSourceSchema = z.enum(updateSources);

/** No name and password in it, and nothing after the folder: names of files are put behind it. */
const ADDRESS = /^https?:\/\/[^\s/?#@\\]+(\/[^\s?#@\\]*)?$/;

/** Plain http will do: what comes from there is checked by its signature. */
const serverAddress = z
  .string()
  .trim()
  .max(500)
  .refine((text) => text === '' || ADDRESS.test(text), 'An address begins with http:// or https://.');

const FULL_PATH = /^(\/|[A-Za-z]:[\\/]|\\\\)/;

/** What somebody has chosen for this computer; what is not used now is kept for when it is. */
export const updateChoiceSchema = z.strictObject({
  source: updateSourceSchema.default('off'),
  folder: z
    .string()
    .trim()
    .max(1000)
    .refine((text) => text === '' || FULL_PATH.test(text), 'Please give the whole path of the folder.')
    .default(''),
  address: serverAddress.default(''),
  /** Looked for and fetched at night; installing is always somebody's own decision. */
  atNight: z.boolean().default(false),
});
export type UpdateChoice = z.infer<typeof updateChoiceSchema>;

/**
 * Why there is no update to be had:
 *
 * - `gone`: the folder is not there, or went away meanwhile
 * - `no_answer`: the server, or the folder, does not answer
 * - `nothing_there`: no update lies there
 * - `not_signed`: its signature is missing, cut, or not by the key of this app
 * - `unreadable`: signed, but nothing this version can read
 * - `not_for_here`: nothing for this system in it
 * - `changed`: a file is not the one that was signed
 * - `elsewhere`: the server sends on to another address
 * - `no_room`, `denied`: it cannot be kept on this computer
 */
export const updateProblems = [
  'gone',
  'no_answer',
  'nothing_there',
  'not_signed',
  'unreadable',
  'not_for_here',
  'changed',
  'elsewhere',
  'no_room',
  'denied',
] as const;
export type UpdateProblem = (typeof updateProblems)[number];

const versionText = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/);

/** How an installer is put in place: a package of Debian's, a program, a disk image. */
const installerKinds = ['exe', 'dmg', 'deb', 'AppImage'] as const;

/** No folder, no dots that lead out of one, nothing a system keeps to itself. */
const fileName = z
  .string()
  .max(120)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._~+-]*$/);

const mostBytes = 1024 ** 3;

/** What lies beside the installers, and is signed: all that is believed of them. */
export const updateFeedSchema = z.object({
  app: z.literal('opd-tokens'),
  version: versionText,
  /** What is new, in a few sentences. */
  notes: z.string().max(5000),
  files: z
    .array(
      z.object({
        name: fileName,
        platform: z.enum(['win32', 'darwin', 'linux']),
        arch: z.enum(['x64', 'arm64']),
        kind: z.enum(installerKinds),
        bytes: z.int().min(1).max(mostBytes),
        sha512: z.string().regex(/^[0-9a-f]{128}$/),
      }),
    )
    .min(1)
    .max(20),
});
export type UpdateFeed = z.infer<typeof updateFeedSchema>;
export type UpdateFile = UpdateFeed['files'][number];

const keptInstallerSchema = z.object({
  version: z.string(),
  path: z.string(),
  /** What whoever administers this computer types; null: the file is opened instead. */
  command: z.string().nullable(),
});
export type KeptInstaller = z.infer<typeof keptInstallerSchema>;

export const updateStatusSchema = z.object({
  installed: z.string(),
  /** Without a key in the app nothing can be checked, and nothing is looked for. */
  hasKey: z.boolean(),
  choice: updateChoiceSchema,
  running: z.object({ work: z.enum(['look', 'fetch']), part: z.number() }).nullable(),
  /** When somebody last looked, and what came of it; null: not since the app was started. */
  looked: z.object({ at: instantSchema, problem: z.enum(updateProblems).nullable() }).nullable(),
  /** Newer than what is installed, signed, and for this system. */
  offer: z.object({ version: z.string(), notes: z.string(), bytes: z.int() }).nullable(),
  /** Here, checked, and newer. */
  ready: keptInstallerSchema.nullable(),
  /** The installer of the version before, if it was fetched by the app. */
  before: keptInstallerSchema.nullable(),
  /** The version that was installed here before this one; null: none that the app knows of. */
  cameFrom: z.string().nullable(),
  /** It is the first start of this version after that one. */
  isNew: z.boolean(),
});
export type UpdateStatus = z.infer<typeof updateStatusSchema>;
