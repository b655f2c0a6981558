import { defaultRules, type RuleSettings } from '../../shared/model/settings';
import type { Run } from './batch';
import type { Cell } from './plan';
import { policies } from './policy';

const base: Cell = {
  name: 'base',
  doctors: 3,
  serviceMinutes: 6,
  variation: 0.6,
  distribution: 'gamma',
  noShow: 0.2,
  load: 1,
  leaves: 0,
  stepsOut: 0.05,
  outageMinutes: 0,
  twoDoctors: 0,
};

/** The clinics of the evaluation: an ordinary one, and each way in which one may differ; then the ends together. */
export const cells: readonly Cell[] = [
  base,
  { ...base, name: 'load-0.8', load: 0.8 },
  { ...base, name: 'load-1.2', load: 1.2 },
  { ...base, name: 'load-1.4', load: 1.4 },
  { ...base, name: 'service-3', serviceMinutes: 3 },
  { ...base, name: 'service-10', serviceMinutes: 10 },
  { ...base, name: 'steady', variation: 0.3 },
  { ...base, name: 'erratic', variation: 0.9 },
  { ...base, name: 'lognormal', distribution: 'lognormal' },
  { ...base, name: 'no-shows-5', noShow: 0.05 },
  { ...base, name: 'no-shows-43', noShow: 0.43 },
  { ...base, name: 'doctors-1', doctors: 1 },
  { ...base, name: 'doctors-5', doctors: 5 },
  { ...base, name: 'calm', load: 0.8, variation: 0.3, noShow: 0.05 },
  {
    ...base,
    name: 'crowded',
    load: 1.4,
    variation: 0.9,
    distribution: 'lognormal',
    noShow: 0.05,
    serviceMinutes: 3,
  },
  { ...base, name: 'unreliable', load: 1.2, variation: 0.9, noShow: 0.43, serviceMinutes: 10 },
  { ...base, name: 'leavers-2', leaves: 2 / 24 },
  { ...base, name: 'leavers-3', leaves: 3 / 24 },
  { ...base, name: 'steppers', stepsOut: 0.2 },
  { ...base, name: 'outage', outageMinutes: 100 },
  { ...base, name: 'two-doctors', twoDoctors: 0.25 },
];

/** The policies side by side; waits are predicted under the default one. */
export const policyRuns: readonly Run[] = policies.map((policy) => ({
  name: policy,
  policy,
  rules: {},
  forecasts: policy === 'fair',
}));

/** One setting changed at a time, against the defaults: what each costs whom. */
export interface SettingChange {
  readonly setting: keyof RuleSettings;
  /** From what to what. */
  readonly name: string;
  /** The settings that both sides of the comparison share, where the default would hide the effect. */
  readonly with: Partial<RuleSettings>;
  readonly from: Partial<RuleSettings>;
  readonly to: Partial<RuleSettings>;
}

export const settingChanges: readonly SettingChange[] = [
  change('maxEmergencyOverflow', 0),
  change('maxEmergencyOverflow', 4),
  change('emergencyOverflowPercent', 10),
  change('joinRunningSlot', 'never'),
  change('joinRunningSlot', 'emergency'),
  change('joinRunningSlot', 'always'),
  change('joinLeadMinutes', 0),
  change('joinLeadMinutes', 60),
  change('allowPreemption', false, { maxEmergencyOverflow: 0, joinRunningSlot: 'never' }),
  change('preemptionScope', 'any_higher'),
  change('maxDisplacements', 0, { maxEmergencyOverflow: 0 }),
  change('maxDisplacements', 3, { preemptionScope: 'any_higher' }),
  change('waitingListAgingMinutes', 20),
  change('promotionLeadMinutes', 45),
  change('noShowTimeoutMinutes', 5),
  change('noShowTimeoutMinutes', 30),
  change('callOrder', 'strict'),
  change('targetMinutes', { ...defaultRules.targetMinutes, paid: 10 }),
  change('targetMinutes', { ...defaultRules.targetMinutes, walk_in: 20 }),
  change('maxRecalls', 0),
  change('maxRecalls', 6),
  change('recallGapSeconds', 60),
  change('heldBackCalls', 1),
  change('heldBackCalls', 6),
  change('precedenceFactor', 1),
  change('precedenceFactor', 4),
];

function change<K extends keyof RuleSettings>(
  key: K,
  value: RuleSettings[K],
  shared: Partial<RuleSettings> = {},
): SettingChange {
  const context = Object.entries(shared).map(([name, setting]) => `${name} = ${inWords(setting)}`);
  const where = context.length > 0 ? ` (with ${context.join(', ')})` : '';
  return {
    setting: key,
    name: `${inWords(defaultRules[key])} → ${inWords(value)}${where}`,
    with: shared,
    from: { [key]: defaultRules[key] },
    to: { [key]: value },
  };
}

function inWords(value: unknown): string {
  if (value === null || value === false) return 'off';
  if (value === true) return 'on';
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([kind, minutes]) => `${kind} ${String(minutes)}`)
    .join(', ');
}
