import type { ReportWish, SavedView } from '../../../../shared/model/report';
import type { Source } from '../../../../shared/model/token';
import type { Beside } from '../../parts/reports/views';
import { groupingFor, type Period, periodOf, type Range } from './period';

type Look = SavedView['look'];

/** What somebody looks at. */
export interface Looked {
  readonly look: Look;
  readonly range: Range;
  readonly beside: Beside;
}

/** The month behind us, which is what an owner comes for. */
export const atFirst: Looked = {
  look: { report: 'patients', groupBy: 'day' },
  range: 'last30',
  beside: 'before',
};

/** What main is asked for. */
export function wishOf({ look }: Looked, { from, to }: Period): ReportWish {
  return { ...look, from, to };
}

/** Other days, grouped so that there is something to see. */
export function withRange(looked: Looked, range: Range, today: Period['from']): Looked {
  const groupBy = groupingFor(periodOf(range, today));
  return { ...looked, range, look: { ...looked.look, groupBy } };
}

/** Null: of every one. */
export interface Chosen {
  readonly doctorId: NonNullable<Look['doctorIds']>[number] | null;
  readonly source: Source | null;
  readonly hours: NonNullable<Look['hours']> | null;
}

export function chosenOf({ look }: Looked): Chosen {
  const { doctorIds, sources, hours } = look;
  return { doctorId: doctorIds?.[0] ?? null, source: sources?.[0] ?? null, hours: hours ?? null };
}

export function withChosen(looked: Looked, change: Partial<Chosen>): Looked {
  const { doctorId, source, hours } = { ...chosenOf(looked), ...change };
  const { report, groupBy } = looked.look;
  return {
    ...looked,
    look: {
      report,
      groupBy,
      ...(doctorId !== null && { doctorIds: [doctorId] }),
      ...(source !== null && { sources: [source] }),
      ...(hours !== null && { hours }),
    },
  };
}

export function isFiltered(looked: Looked): boolean {
  const { doctorId, source, hours } = chosenOf(looked);
  return doctorId !== null || source !== null || hours !== null;
}

/** Whether that is what a saved view shows. */
export function isLookedAt(view: Pick<SavedView, 'look' | 'range'>, looked: Looked): boolean {
  const { report, groupBy } = view.look;
  const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  return (
    report === looked.look.report &&
    groupBy === looked.look.groupBy &&
    isSame(chosenOf({ ...looked, look: view.look }), chosenOf(looked)) &&
    isSame(view.range, looked.range)
  );
}
