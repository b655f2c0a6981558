import type { Counter } from './counter';
import { hourOf, rowsOf } from './dimension';
import { meterOf, type Tally } from './tally';
import { factsOf } from './visit';

/** Figures that are counted visit by visit. */
export const visitCounter: Counter = ({ source, wish, period, clinic, days, groups }, tables) => {
  const around = { days, groups, wordOf: source.wordOf };
  const counted = tables.map(({ by, figures }) => ({
    rows: rowsOf(by, around),
    meter: meterOf(figures),
    tallies: new Map<number, Tally>(),
  }));
  const hours = wish.hours;
  let visits = 0;
  source.visits(period, wish, (visit) => {
    const hour = hourOf(visit, days);
    if (hours && (hour < hours.from || hour > hours.to)) return;
    visits += 1;
    const facts = factsOf(visit, days, clinic);
    for (const { rows, meter, tallies } of counted) {
      const place = rows.placeOf(visit, facts, hour);
      if (Number.isNaN(place)) continue;
      let tally = tallies.get(place);
      if (tally === undefined) {
        tally = meter.newTally();
        tallies.set(place, tally);
      }
      meter.add(tally, facts);
    }
  });
  return {
    visits,
    tables: counted.map(({ rows, meter, tallies }) => ({
      rows,
      seen: new Map([...tallies].map(([place, tally]) => [place, meter.cells(tally)])),
      empty: meter.cells(meter.newTally()),
    })),
  };
};
