import { create } from 'zustand';
import type { RuleName, RuleValue } from '../../../shared/model/rule-catalog';

interface Proposal {
  /** What somebody would have otherwise, and has not saved. */
  readonly values: ReadonlyMap<RuleName, RuleValue>;
}

/** Rules that are proposed in this window: tried first, and then saved together or let go. */
export const useProposal = create<Proposal>(() => ({ values: new Map() }));

export function propose(name: RuleName, value: RuleValue): void {
  useProposal.setState(({ values }) => ({ values: new Map([...values, [name, value]]) }));
}

export function discardProposal(): void {
  useProposal.setState({ values: new Map() });
}
