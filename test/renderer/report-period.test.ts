import { describe, expect, it } from 'vitest';
import { groupingFor, periodOf } from '../../src/renderer/src/screens/reports/period';
import { serviceDaySchema } from '../../src/shared/model/time';

const day = (text: string) => serviceDaySchema.parse(text);

describe('the days of a report', () => {
  it.each([
    ['today', '2026-01-05', '2026-01-05'],
    ['yesterday', '2026-01-04', '2026-01-04'],
    ['thisWeek', '2026-01-05', '2026-01-05'],
    ['lastWeek', '2025-12-29', '2026-01-04'],
    ['thisMonth', '2026-01-01', '2026-01-05'],
    ['lastMonth', '2025-12-01', '2025-12-31'],
    ['last30', '2025-12-07', '2026-01-05'],
    ['thisYear', '2026-01-01', '2026-01-05'],
  ] as const)('%s, on a Monday at the beginning of a year', (preset, from, to) => {
    expect(periodOf(preset, day('2026-01-05'))).toEqual({ from, to });
  });

  it('has Sunday in the week that began on Monday', () => {
    expect(periodOf('thisWeek', day('2026-03-01'))).toEqual({ from: '2026-02-23', to: '2026-03-01' });
  });

  it('knows a leap year’s February', () => {
    expect(periodOf('lastMonth', day('2028-03-31'))).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });

  it('takes chosen days as they are', () => {
    const range = { from: day('2026-01-03'), to: day('2026-01-04') };
    expect(periodOf(range, day('2026-03-01'))).toEqual(range);
  });

  it('groups them so that there is something to see', () => {
    const from = day('2026-01-01');
    const grouped = ['2026-01-31', '2026-03-31', '2026-12-31'].map((to) =>
      groupingFor({ from, to: day(to) }),
    );
    expect(grouped).toEqual(['day', 'week', 'month']);
  });
});
