import { isGroup, type Settings } from '../../../shared/model/settings';
import type { NewAuditLine } from '../../store/store';

type Details = NewAuditLine['details'];
type Figure = string | number | boolean | null;

/** What stands in the line itself, and what only says how to answer. */
const elsewhere = new Set([
  ...['doctorId', 'serviceDay', 'tokenId', 'reasonCode', 'reasonText'],
  ...['requestId', 'seen', 'language', 'confirmed', 'revision', 'pin', 'newPin'],
  ...['passphrase', 'again'],
]);

/**
 * Texts of the contract that are one of a few words of ours. Any other text is left out: it may be somebody’s name or
 * phone, and the audit has neither.
 */
const words = new Set([
  'source',
  'precedence',
  'status',
  'role',
  'screen',
  'station',
  'openTokens',
  'kind',
  'right',
  'way',
]);

/** Days that say who somebody is. */
const personal = new Set(['birth']);

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const day = /^\d{4}-\d\d-\d\d$/;

/** Ids, days and figures of an input; of anything else no more than that it was given. */
export function plainFigures(input: object): Details {
  const kept: Details = {};
  for (const [name, value] of Object.entries(input)) {
    if (elsewhere.has(name) || value === undefined) continue;
    if (isFigure(name, value)) kept[name] = value;
    else kept[name] = Array.isArray(value) ? value.length : '…';
  }
  return kept;
}

function isFigure(name: string, value: unknown): value is Figure {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return true;
  if (name === 'reason') return value === 'patient' || value === 'staff';
  return (
    typeof value === 'string' &&
    (words.has(name) || id.test(value) || (day.test(value) && !personal.has(name)))
  );
}

/** Which settings are others, by their path; figures and yes or no with what they were and are. */
export function changedSettings(
  before: Settings,
  after: Settings,
): { path: string; from?: Figure; to?: Figure }[] {
  const changed: { path: string; from?: Figure; to?: Figure }[] = [];
  const compare = (path: string, one: unknown, other: unknown): void => {
    if (JSON.stringify(one) === JSON.stringify(other)) return;
    if (isGroup(one) && isGroup(other)) {
      for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
        compare(path === '' ? name : `${path}.${name}`, Reflect.get(one, name), Reflect.get(other, name));
    } else if (isPlain(one) && isPlain(other)) changed.push({ path, from: one, to: other });
    else changed.push({ path });
  };
  compare('', before, after);
  return changed;
}

const isPlain = (value: unknown): value is Figure =>
  value === null || typeof value === 'number' || typeof value === 'boolean';
