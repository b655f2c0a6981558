import { z } from 'zod';
import { defaultRules, type RuleSettings, ruleSettingsSchema, type SettingsChange } from './settings';
import { type ChangedSetting, leavesOfRules } from './settings-version';

/** One rule setting as it is shown and changed: of a group each part by itself, `targetMinutes.paid`. */
export type RuleName =
  | Exclude<keyof RuleSettings, 'targetMinutes'>
  | `targetMinutes.${keyof RuleSettings['targetMinutes']}`;
export type RuleValue = ChangedSetting['to'];

interface CatalogGroup {
  readonly group: 'seats' | 'emergencies' | 'list' | 'absent' | 'calling' | 'precedence' | 'checkIn';
  /** Each with the rules of docs/allocation.md that read it. */
  readonly settings: readonly (readonly [RuleName, readonly string[]])[];
}

/** Every setting of docs/allocation.md, as it is listed. */
export const ruleCatalog: readonly CatalogGroup[] = [
  {
    group: 'seats',
    settings: [
      ['joinRunningSlot', ['R2', 'R3', 'R9']],
      ['joinLeadMinutes', ['R11']],
      ['promotionLeadMinutes', ['R11']],
    ],
  },
  {
    group: 'emergencies',
    settings: [
      ['maxEmergencyOverflow', ['R4']],
      ['emergencyOverflowPercent', ['R4']],
      ['allowPreemption', ['R5']],
      ['preemptionScope', ['R5']],
      ['maxDisplacements', ['R6']],
    ],
  },
  { group: 'list', settings: [['waitingListAgingMinutes', ['R10']]] },
  {
    group: 'absent',
    settings: [
      ['noShowTimeoutMinutes', ['R13']],
      ['maxRecalls', ['R19']],
      ['recallGapSeconds', ['R19']],
      ['heldBackCalls', ['R19']],
    ],
  },
  {
    group: 'calling',
    settings: [
      ['callOrder', ['R18']],
      ['targetMinutes.paid', ['R18']],
      ['targetMinutes.follow_up', ['R18']],
      ['targetMinutes.walk_in', ['R18']],
      ['targetMinutes.online', ['R18']],
    ],
  },
  {
    group: 'precedence',
    settings: [
      ['precedenceFactor', ['R26']],
      ['seniorFromAge', ['R26']],
      ['infantUnderAge', ['R26']],
      ['askNeedAtKiosk', ['R26']],
    ],
  },
  {
    group: 'checkIn',
    settings: [
      ['checkInEarlyMinutes', ['R18']],
      ['checkInLateMinutes', ['R18']],
      ['tellOtherDay', ['R18']],
    ],
  },
];

/** What may be chosen or typed. */
export type RuleKind =
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly isWhole: boolean;
      /** It may be left empty: then it is off. */
      readonly mayBeOff: boolean;
    };

/** From the schema itself, so that what the screen lets through is what is taken. */
export function kindOf(name: RuleName): RuleKind {
  const [first = '', part] = name.split('.');
  const whole = inner(ruleSettingsSchema.shape[first as keyof RuleSettings]);
  const field = part === undefined ? whole.schema : inner((whole.schema as z.ZodObject).shape[part]).schema;
  if (field instanceof z.ZodBoolean) return { kind: 'switch' };
  if (field instanceof z.ZodEnum) return { kind: 'choice', choices: field.options.map(String) };
  const { minValue, maxValue, format } = field as z.ZodNumber;
  const isWhole = format === 'safeint';
  return { kind: 'number', min: minValue ?? 0, max: maxValue ?? 0, isWhole, mayBeOff: whole.isNullable };
}

function inner(
  field: unknown,
  isNullable = false,
): { readonly schema: z.ZodType; readonly isNullable: boolean } {
  if (field instanceof z.ZodDefault || field instanceof z.ZodPrefault)
    return inner(field.unwrap(), isNullable);
  if (field instanceof z.ZodNullable) return inner(field.unwrap(), true);
  return { schema: field as z.ZodType, isNullable };
}

/** The rules by the names of the catalogue. */
export function ruleValues(rules: RuleSettings): ReadonlyMap<RuleName, RuleValue> {
  return new Map(leavesOfRules(rules) as [RuleName, RuleValue][]);
}

export const defaultRuleValues = ruleValues(defaultRules);

/** As `settings.change` takes it. */
export function ruleChange(
  values: Iterable<readonly [RuleName, RuleValue]>,
): NonNullable<SettingsChange['rules']> {
  const change: Record<string, unknown> = {};
  for (const [name, value] of values) {
    const [first = '', part] = name.split('.');
    change[first] = part === undefined ? value : { ...(change[first] as object), [part]: value };
  }
  return change;
}
