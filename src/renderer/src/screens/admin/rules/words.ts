import type { TFunction } from 'i18next';
import type { RuleName, RuleValue } from '../../../../../shared/model/rule-catalog';
import type { ChangedSetting } from '../../../../../shared/model/settings-version';
import { clockText } from '../../../../../shared/model/time';
import { isolated } from '../../../i18n/format';

type Words = TFunction<readonly ['rules', 'common', 'admin']>;

/** What a setting counts; of others there is no unit. */
const units = {
  maxEmergencyOverflow: 'seats',
  emergencyOverflowPercent: 'percent',
  joinLeadMinutes: 'minutes',
  maxDisplacements: 'times',
  waitingListAgingMinutes: 'minutes',
  promotionLeadMinutes: 'minutes',
  noShowTimeoutMinutes: 'minutes',
  targetMinutes: 'minutes',
  maxRecalls: 'times',
  recallGapSeconds: 'seconds',
  heldBackCalls: 'calls',
  seniorFromAge: 'years',
  infantUnderAge: 'years',
  checkInEarlyMinutes: 'minutes',
  checkInLateMinutes: 'minutes',
} as const;

/** `15 minutes`, `on`, `who is here`. */
export function valueText(t: Words, name: RuleName, value: RuleValue): string {
  if (value === null) return t('off');
  if (typeof value === 'boolean') return value ? t('on') : t('off');
  if (typeof value === 'string') return optionText(t, name, value);
  const unit = unitOf(name);
  return unit === null ? String(value) : t(`unit.${unit}`, { count: value });
}

export function unitOf(name: RuleName): (typeof units)[keyof typeof units] | null {
  const base = name.split('.')[0] as string;
  return Object.hasOwn(units, base) ? units[base as keyof typeof units] : null;
}

export function optionText(t: Words, name: RuleName, option: string): string {
  return t(`option.${name as 'callOrder'}.${option as 'fair'}`);
}

/** How a setting is called: `Recalls`. */
export function nameText(t: Words, name: RuleName): string {
  return t(`setting.${baseOf(name)}.name`, { source: sourceText(t, name) });
}

export function sentenceText(t: Words, name: RuleName): string {
  return t(`setting.${baseOf(name)}.text`);
}

type Base = Exclude<RuleName, `targetMinutes.${string}`> | 'targetMinutes';

const baseOf = (name: RuleName): Base => name.split('.')[0] as Base;

function sourceText(t: Words, name: RuleName): string {
  const source = name.split('.')[1];
  return source === undefined ? '' : t(`common:source.${source as 'paid'}`);
}

/** `Recalls: 3 → 5`, also of what is the clinic's. */
export function changeText(t: Words, { name, from, to }: ChangedSetting): string {
  const [section, ...rest] = name.split('.');
  const field = rest.join('.');
  if (section !== 'clinic') {
    const rule = field as RuleName;
    return t('changed', {
      name: nameText(t, rule),
      from: isolated(valueText(t, rule, from)),
      to: isolated(valueText(t, rule, to)),
    });
  }
  const value = (one: RuleValue): string =>
    one === null ? t('off') : typeof one === 'number' ? clockText(one) : String(one);
  return t('changed', {
    name: t(`clinic.${field as 'timeZone'}`),
    from: isolated(value(from)),
    to: isolated(value(to)),
  });
}
