import './helpers/local-storage';
import { expect, it } from 'vitest';
import { shownOf } from '../../src/renderer/src/parts/shown/shown';
import { onDesk } from '../../src/renderer/src/stores/deskShown';
import { type DoctorId, doctorIdSchema } from '../../src/shared/model/ids';

const id = (n: number): DoctorId => doctorIdSchema.parse(`00000000-0000-4000-8000-00000000000${n}`);
const [a, b, c] = [id(1), id(2), id(3)];

it('a desk shows the chosen doctors in the clinic’s order; all where nobody was chosen, or nobody of them is left', () => {
  const all = [a, b, c];
  expect(onDesk(all, [])).toBe(all);
  expect(onDesk(all, [c, a])).toEqual([a, c]);
  expect(onDesk(all, [c, b, a])).toBe(all);
  expect(onDesk([a, b], [c])).toEqual([a, b]);
  expect(onDesk([], [c])).toEqual([]);
});

it('of a board’s doctors those are counted who work here', () => {
  const doctors = [{ id: a }, { id: b }];
  expect(shownOf(doctors, [])).toBe(doctors);
  expect(shownOf(doctors, [b, c])).toEqual([{ id: b }]);
  expect(shownOf(doctors, [c])).toEqual([]);
});
