import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { RuleSettings } from '../../shared/model/settings';
import { ruleSettingsSchema } from '../../shared/model/settings';
import { isTimeZone } from '../../shared/model/time';
import { parseLocalTime } from '../app/time/calendar';
import { DATABASE } from '../data-folder';

export const usage = `npm run serve -- [options]
  --port 4180           0 chooses a free one
  --host 127.0.0.1      0.0.0.0: every device on the network
  --data DIR            where the data is kept
  --open                no pairing: for this computer only
  --demo                practice: data of its own beside the clinic’s, with three doctors in it
  --timezone NAME       of the clinic, such as Asia/Kolkata
  --training TIME       practice with a clock that stands still, such as 2026-01-05T08:00
Environment: DATABASE_URL (a path, or sqlite:…), NO_SHOW_TIMEOUT_MINUTES, ALLOW_PREEMPTION, MAX_EMERGENCY_OVERFLOW`;

/** Something about how it was started cannot be; the sentence says what. */
export class WrongStart extends Error {}

export interface ServeOptions {
  readonly help: boolean;
  readonly host: string;
  readonly port: number;
  readonly databasePath: string;
  /** The folder of the database is the program's own; false: DATABASE_URL names a file anywhere. */
  readonly ownsFolder: boolean;
  readonly open: boolean;
  /** Data of its own, beside the clinic's. */
  readonly practice: boolean;
  /** Three doctors, where there are none. */
  readonly demo: boolean;
  /** To be set; undefined: as the database has it. */
  readonly timeZone: string | undefined;
  /** As given; read once the clinic's time zone is known. */
  readonly training: string | undefined;
  /** Rules to be set. */
  readonly rules: Partial<RuleSettings>;
}

/** What the command line and the environment ask for. Throws {@link WrongStart}. */
export function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): ServeOptions {
  const given = parse(argv);
  const { host = '127.0.0.1', open = false, demo = false, timezone, training } = given;
  const practice = demo || training !== undefined;
  if (open && !isLoopback(host)) {
    throw new WrongStart(
      `--open lets everybody in, so it works on this computer only; ${host} is more. Leave out one of the two.`,
    );
  }
  if (timezone !== undefined && !isTimeZone(timezone)) {
    throw new WrongStart(`There is no time zone ${timezone}; one is called Asia/Kolkata, for instance.`);
  }
  if (training !== undefined && parseLocalTime(training, timezone ?? 'UTC') === undefined) {
    throw new WrongStart(`--training needs a time like 2026-01-05T08:00, not ${training}.`);
  }
  return {
    help: given.help ?? false,
    host,
    port: portOf(given.port ?? '4180'),
    ownsFolder: !env.DATABASE_URL,
    databasePath: databasePath(given.data, env.DATABASE_URL, practice),
    open,
    practice,
    demo,
    timeZone: timezone,
    training,
    rules: rulesOf(env),
  };
}

function parse(argv: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const options = {
      port: text,
      host: text,
      data: text,
      timezone: text,
      training: text,
      open: flag,
      demo: flag,
      help: { ...flag, short: 'h' },
    };
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw new WrongStart(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function portOf(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new WrongStart(`--port needs a number from 0 to 65535, not ${text}.`);
}

/** Practice has a database of its own, in a folder beside the real one. */
function databasePath(folder: string | undefined, url: string | undefined, practice: boolean): string {
  const path = url ? pathOf(url) : join(resolve(folder ?? defaultFolder()), DATABASE);
  return practice ? join(dirname(path), 'practice', DATABASE) : path;
}

/** `sqlite:` before a path, with two slashes or without; `file:` as usual; or a plain path. */
function pathOf(url: string): string {
  if (url.startsWith('file:')) return fileURLToPath(url);
  const path = /^sqlite:(?:\/\/)?(.+)$/.exec(url)?.[1] ?? url;
  if (path === ':memory:' || /^[a-z][a-z0-9+]+:\/\//i.test(path)) {
    throw new WrongStart(
      `DATABASE_URL must be a path or a sqlite: URL of a file; it begins with ${url.split(':')[0]}:.`,
    );
  }
  return resolve(path.startsWith('/./') ? path.slice(1) : path);
}

function defaultFolder(): string {
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'opd-tokens-server');
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'opd-tokens-server');
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'opd-tokens-server');
}

/** Each environment variable with the rule it sets. */
const ruleVariables = [
  ['NO_SHOW_TIMEOUT_MINUTES', 'noShowTimeoutMinutes'],
  ['MAX_EMERGENCY_OVERFLOW', 'maxEmergencyOverflow'],
  ['ALLOW_PREEMPTION', 'allowPreemption'],
] as const;

function rulesOf(env: NodeJS.ProcessEnv): Partial<RuleSettings> {
  const rules: Record<string, unknown> = {};
  for (const [variable, rule] of ruleVariables) {
    const text = env[variable]?.trim();
    if (text === undefined || text === '') continue;
    const value = ruleSettingsSchema.shape[rule].safeParse(readValue(text, rule));
    if (!value.success) {
      throw new WrongStart(
        `${variable} cannot be ${text}: ${value.error.issues[0]?.message ?? 'not valid'}.`,
      );
    }
    rules[rule] = value.data;
  }
  return rules;
}

function readValue(text: string, rule: keyof RuleSettings): unknown {
  const isSwitch = rule === 'allowPreemption';
  if (isSwitch && /^(true|yes|on|1)$/i.test(text)) return true;
  if (isSwitch && /^(false|no|off|0)$/i.test(text)) return false;
  return /^\d+$/.test(text) ? Number(text) : text;
}
