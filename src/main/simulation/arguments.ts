import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type RuleSettings, ruleSettingsSchema } from '../../shared/model/settings';
import { MAX_CAPACITY } from '../../shared/model/slot';
import { cells } from './cells';
import type { Cell } from './plan';

/** What the command line asks for. */
export type Request =
  | { readonly kind: 'help' }
  | (DayRequest & { readonly kind: 'day' })
  | (EvaluationRequest & { readonly kind: 'evaluate' });

export interface DayRequest {
  readonly json: boolean;
  readonly seed: number;
  readonly capacity: number;
  readonly tokens: number;
  readonly doctors: number;
  readonly rules: RuleSettings;
}

export interface EvaluationRequest {
  readonly json: boolean;
  readonly seed: number;
  readonly days: number;
  readonly cells: readonly Cell[];
  readonly changed: Partial<RuleSettings>;
  /** Also the settings and the anchors, into docs/. */
  readonly docs: boolean;
}

/** What is wrong with the command line, in one sentence. */
export class BadArguments extends Error {}

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  seed: { type: 'string' },
  capacity: { type: 'string' },
  tokens: { type: 'string' },
  doctors: { type: 'string' },
  settings: { type: 'string' },
  evaluate: { type: 'boolean' },
  days: { type: 'string' },
  cells: { type: 'string' },
  docs: { type: 'boolean' },
} as const;

const ofDay = ['capacity', 'tokens', 'doctors'] as const;
const ofEvaluation = ['days', 'cells', 'docs'] as const;

export const usage = `Simulates OPD days on the real allocation engine. The same seed gives the same output.

npm run simulate -- [options]
  One day, kept in a real database: 50 people ask for a token at 08:00, then some cancel and some never come.
    --seed <number>        another day                                  (default 1)
    --doctors <1–20>       doctors, each with the slots 9–10 … 12–13    (default 3)
    --capacity <0–500>     seats a slot                                 (default 3)
    --tokens <0–5000>      people who ask for a token                   (default 50)
    --settings <json|file> rules that differ from the defaults, such as '{"maxEmergencyOverflow": 0}'
    --json                 the same as data                             (npm run -s simulate -- --json)

npm run simulate -- --evaluate [options]
  Whole clinic days, many of them, under the policies fair, strict and FIFO, on all cores.
    --days <2–100000>      days a cell                                  (default 1000)
    --cells <names|all>    ${cells
      .map(({ name }) => name)
      .join(', ')
      .replace(/(.{50,80}), /g, '$1,\n                           ')}
    --seed, --settings, --json  as above
    --docs                 also what each setting costs, and the anchors; writes docs/evaluation.md`;

/** Reads the command line. Throws {@link BadArguments}. */
export function readArguments(args: readonly string[]): Request {
  const values = parse(args);
  if (values.help) return { kind: 'help' };
  const settings = readSettings(values.settings);
  const common = { json: values.json ?? false, seed: wholeNumber(values, 'seed', 1, [0, 2 ** 32 - 1]) };
  if (values.evaluate) {
    refuseOthers(values, ofDay, 'goes with the single day, not with --evaluate');
    return {
      kind: 'evaluate',
      ...common,
      days: wholeNumber(values, 'days', 1000, [2, 100_000]),
      cells: readCells(values.cells),
      changed: settings,
      docs: values.docs ?? false,
    };
  }
  refuseOthers(values, ofEvaluation, 'goes with --evaluate only');
  return {
    kind: 'day',
    ...common,
    doctors: wholeNumber(values, 'doctors', 3, [1, 20]),
    capacity: wholeNumber(values, 'capacity', 3, [0, MAX_CAPACITY]),
    tokens: wholeNumber(values, 'tokens', 50, [0, 5000]),
    rules: ruleSettingsSchema.parse(settings),
  };
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options; args: string[] }>>['values'];

function parse(args: readonly string[]): Values {
  try {
    return parseArgs({ args: joinNegatives(args), options, allowPositionals: false }).values;
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    throw new BadArguments(`${sentence.replace(/\.$/, '')}; --help lists the options.`);
  }
}

/** `--capacity -1` is a wrong number, not an option named -1. */
function joinNegatives(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1);
    if (/^-[\d.]/.test(arg) && before?.startsWith('--') && !before.includes('=')) {
      joined[joined.length - 1] = `${before}=${arg}`;
    } else joined.push(arg);
  }
  return joined;
}

function refuseOthers(values: Values, names: readonly (keyof Values)[], why: string): void {
  const given = names.find((name) => values[name] !== undefined);
  if (given) throw new BadArguments(`--${given} ${why}.`);
}

function wholeNumber(
  values: Values,
  name: 'seed' | 'days' | 'capacity' | 'tokens' | 'doctors',
  fallback: number,
  [least, most]: readonly [number, number],
): number {
  const text = values[name];
  if (text === undefined) return fallback;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new BadArguments(`--${name} must be a whole number from ${least} to ${most}, not "${text}".`);
}

function readCells(text: string | undefined): readonly Cell[] {
  if (text === undefined || text === 'all') return cells;
  return text.split(',').map((part) => {
    const name = part.trim();
    const cell = cells.find((one) => one.name === name);
    if (!cell) throw new BadArguments(`There is no cell "${name}"; --help lists them.`);
    return cell;
  });
}

const changesSchema = z.strictObject(ruleSettingsSchema.shape).partial();

/** The rules given as JSON or as the path of a file with it; only those that are there. */
function readSettings(text: string | undefined): Partial<RuleSettings> {
  if (text === undefined) return {};
  const given = parseJson(text.trim().startsWith('{') ? text : readSettingsFile(text));
  const checked = changesSchema.safeParse(given);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const where = issue?.path.length ? `${issue.path.join('.')}: ` : '';
    throw new BadArguments(`--settings: ${where}${issue?.message ?? 'not settings'}.`);
  }
  const names = Object.keys(given as object);
  return Object.fromEntries(Object.entries(checked.data).filter(([name]) => names.includes(name)));
}

function readSettingsFile(path: string): string {
  if (!existsSync(path)) throw new BadArguments(`--settings: there is no file "${path}".`);
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new BadArguments(`--settings: "${path}" cannot be read.`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadArguments('--settings must be JSON, such as {"maxEmergencyOverflow": 0}.');
  }
}
