import './helpers/bridge';
import { expect, it } from 'vitest';
import { readBirth, writtenDay } from '../../src/renderer/src/screens/desk/patient/birth';

const today = '2026-11-30';

it.each([
  ['', null],
  ['1956', '1956'],
  ['1956-04-12', '1956-04-12'],
  ['12/04/1956', '1956-04-12'],
  ['12.4.1956', '1956-04-12'],
  ['12-4-1956', '1956-04-12'],
  ['12 4 1956', '1956-04-12'],
  ['१२/०४/१९५६', '1956-04-12'],
  ['4/1956', '1956-04'],
  ['1956-04', '1956-04'],
  ['71', '1955'],
  ['71 years', '1955'],
  ['71 साल', '1955'],
  ['0', '2026'],
  ['8 months', '2026-03'],
  ['14 m', '2025-09'],
  ['8 महीने', '2026-03'],
  ['3 weeks', '2026-11-09'],
  ['10 days', '2026-11-20'],
])('a birth written %j is read as %j', (text, birth) => {
  expect(readBirth(text, today)).toEqual({ birth });
});

it.each([
  ['12/13/1956', 'birth'],
  ['31/02/1956', 'birth'],
  ['12/4/56', 'birth'],
  ['old', 'birth'],
  ['71 kg', 'birth'],
  ['1890', 'birthLongAgo'],
  ['130', 'birthLongAgo'],
  ['12/04/1056', 'birthLongAgo'],
  ['2030', 'birthToCome'],
  ['01/12/2026', 'birthToCome'],
])('a birth written %j is refused: %s', (text, wrong) => {
  expect(readBirth(text, today)).toEqual({ wrong });
});

it('any other day is written in the same ways', () => {
  expect(writtenDay('31/12/2026')).toBe('2026-12-31');
  expect(writtenDay('2026-12-31')).toBe('2026-12-31');
  expect(writtenDay('soon')).toBeNull();
});
