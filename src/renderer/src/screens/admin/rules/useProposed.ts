import {
  type RuleName,
  type RuleValue,
  ruleChange,
  ruleValues,
} from '../../../../../shared/model/rule-catalog';
import type { RuleSettings, SettingsChange } from '../../../../../shared/model/settings';
import { useProposal } from '../../../stores/proposal';

export interface Proposed {
  readonly now: ReadonlyMap<RuleName, RuleValue>;
  /** Only what differs from how it is: what was saved meanwhile, here or elsewhere, is proposed no more. */
  readonly differs: ReadonlyMap<RuleName, RuleValue>;
  readonly change: NonNullable<SettingsChange['rules']>;
}

export function useProposed(rules: RuleSettings): Proposed {
  const values = useProposal((state) => state.values);
  const now = ruleValues(rules);
  const differs = new Map([...values].filter(([name, value]) => now.get(name) !== value));
  return { now, differs, change: ruleChange(differs) };
}
