import { expect, test } from 'vitest';
import { evaluator } from '../../src/main/advisor/evaluate';
import { bestTemplate } from '../../src/main/advisor/search';
import { serviceTime } from '../../src/main/advisor/service';

const even = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const starts = [even, [10, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 10]];
const early = [2, 1, 1, 1, 1, 1, 1, 1, 1, 0];

/** Ten patients, ten intervals of 15 minutes, exponential consultations of 15 minutes (Kaandorp and Koole, 2007). */
test.each([
  { noShow: 0, best: 45.891, evenly: 50.428, booked: early },
  { noShow: 0.1, best: 38.033, evenly: 43.386, booked: early },
  { noShow: 0.2, best: 32.017, evenly: 37.754, booked: early },
  { noShow: 0.3, best: 26.836, evenly: 33.403, booked: [2, 2, 1, 1, 1, 1, 1, 1, 0, 0] },
])('the published template and objectives, $noShow not coming', ({ noShow, best, evenly, booked }) => {
  const figures = evaluator({ lengths: even.map(() => 15), noShow, service: serviceTime(15, 1) });
  expect(Math.abs(figures(even).objective - evenly)).toBeLessThan(1e-3);
  for (const start of starts) {
    const found = bestTemplate(start, (one) => figures(one).objective);
    expect(found).toEqual({ booked, gap: 0 });
    expect(Math.abs(figures(found.booked).objective - best)).toBeLessThan(1e-3);
  }
});
