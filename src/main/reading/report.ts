import type { ReportTable, ReportWish } from '../../shared/model/report';
import { reports } from '../../shared/model/report-figures';
import type { ReadOrders, ReadPeriod } from '../app/outside/reading-room';
import { capacityCounter } from './capacity';
import type { Counter } from './counter';
import { daysOf } from './days';
import { placesOf } from './dimension';
import { groupsOf } from './groups';
import { peopleCounter } from './people';
import { roomCounter } from './rooms';
import type { VisitSource } from './source';
import { visitCounter } from './visit-counter';

const counters: Readonly<Record<ReportWish['report'], Counter>> = {
  patients: visitCounter,
  waits: visitCounter,
  quoted: visitCounter,
  missed: visitCounter,
  rooms: roomCounter,
  people: peopleCounter,
  capacity: capacityCounter,
};

/** All tables of a report, each row beside the same of the two periods that it is compared with. */
export function readReport(
  source: VisitSource,
  { wish, clinic, before, weekday }: ReadOrders['report']['input'],
): ReadOrders['report']['output'] {
  const { figures, by, also } = reports[wish.report];
  const main = by.map((one) => ({ by: one, figures }));
  const every = [...main, ...also];
  const days = daysOf(clinic);
  const count = counters[wish.report];
  const within = (period: ReadPeriod, tables: typeof every): ReturnType<Counter> => {
    const groups = groupsOf(wish.groupBy, period);
    return count({ source, wish, period, clinic, days, groups }, tables);
  };
  const now = within({ from: wish.from, to: wish.to }, every);
  const beside = [before, weekday].map((period) => period && within(period, main));
  const tables = every.map((table, index): ReportTable => {
    const counted = now.tables[index];
    if (!counted) throw new Error(`The table by ${table.by} was not counted.`);
    const others = beside.map((one) => one?.tables[index]);
    // A place is the same row in every period: of groups the one in its place, of all else the one of its name.
    const seen = [counted, ...others].flatMap((one) => [...(one?.seen.keys() ?? [])]);
    const rows = placesOf(counted.rows, new Set(seen)).map((place) => {
      const [earlier, sameWeekday] = others.map((one) => one && [...(one.seen.get(place) ?? one.empty)]);
      return {
        key: counted.rows.keyOf(place),
        cells: [...(counted.seen.get(place) ?? counted.empty)],
        before: earlier ?? null,
        weekday: sameWeekday ?? null,
      };
    });
    return { by: table.by, figures: [...table.figures], rows };
  });
  return { tables, visits: now.visits + beside.reduce((sum, one) => sum + (one?.visits ?? 0), 0) };
}
