import {
  CONFIGURATION_VERSION,
  type Configuration,
  type ConfigurationFault,
  configurationHeadSchema,
  configurationSchema,
} from '../../../shared/model/configuration';
import { fail, ok, type Result } from '../../../shared/result';

/** More are no help to anybody. */
const MOST_FAULTS = 50;

/** A file as it was typed or saved. Errors: INVALID_INPUT: none of ours, newer, or with `faults` by their places. */
export function readConfiguration(text: string): Result<Configuration> {
  const file = parsed(text);
  const head = configurationHeadSchema.safeParse(file);
  if (!head.success) {
    return fail('INVALID_INPUT', 'This is no configuration of OPD Tokens, or the file is damaged.', {
      field: 'file',
    });
  }
  if (head.data.version > CONFIGURATION_VERSION) {
    const message = 'This file is of a newer version of OPD Tokens. Please update OPD Tokens here first.';
    return fail('INVALID_INPUT', message, { field: 'file', version: head.data.version });
  }
  const whole = configurationSchema.safeParse(file);
  if (whole.success) return ok(whole.data);
  return refuseFaulty(
    whole.error.issues.map(({ path, message }) => ({ place: placeOf(path, file), message })),
  );
}

export function refuseFaulty(faults: readonly ConfigurationFault[]): Result<never> {
  const [first] = faults;
  const more = faults.length > 1 ? ` And ${faults.length - 1} more.` : '';
  const message = `Nothing was changed: ${first?.place}: ${first?.message}${more}`;
  return fail('INVALID_INPUT', message, { field: 'file', faults: faults.slice(0, MOST_FAULTS) });
}

function parsed(text: string): unknown {
  try {
    // Programs that save text may put a mark before it.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** `doctors 3 (Dr Rao) schedule 2 endMinute`: counted from one, as people do. */
function placeOf(path: readonly PropertyKey[], file: unknown): string {
  const words: string[] = [];
  let part: unknown = file;
  for (const step of path) {
    part = typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined;
    const name: unknown = typeof part === 'object' && part !== null ? Reflect.get(part, 'name') : undefined;
    words.push(typeof step === 'number' ? String(step + 1) : String(step));
    if (typeof step === 'number' && typeof name === 'string') words.push(`(${name.slice(0, 80)})`);
  }
  return words.join(' ');
}
