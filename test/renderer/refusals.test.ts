import { afterEach, expect, test } from 'vitest';
import { i18n } from '../../src/renderer/src/i18n';
import { refusalText, staffErrorText } from '../../src/renderer/src/i18n/errors';
import { isRefusalReason, type RefusalReason, refusals, sentenceOf } from '../../src/shared/refusals';

const reasons = Object.keys(refusals).filter(isRefusalReason);
const placesIn = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);

/** Something for each place of a sentence. */
const filled = (reason: RefusalReason) =>
  Object.fromEntries(placesIn(refusals[reason]).map((name) => [name, `<${name}>`]));

afterEach(() => i18n.changeLanguage('en'));

test.each(reasons)('%s is a sentence in both languages, with all that stands in it', (reason) => {
  const details = { reason, ...filled(reason) };
  expect(refusalText(details)).toBe(sentenceOf(reason, details));
  void i18n.changeLanguage('hi');
  const hindi = refusalText(details) ?? '';
  expect(hindi).toMatch(/\p{Script=Devanagari}.*[।…]$/su);
  expect(hindi).not.toContain('{{');
  expect(placesIn(refusals[reason]).filter((name) => !hindi.includes(`<${name}>`))).toEqual([]);
});

test('a window in Hindi says main’s refusal in Hindi alone, with days as they are written there', () => {
  void i18n.changeLanguage('hi');
  const error = { code: 'CONFLICT', message: 'There is a single session.' } as const;
  const text = staffErrorText({
    ...error,
    details: { reason: 'single_session_there', day: '2026-01-06', times: '09:00–10:00' },
  });
  expect(text).not.toMatch(/single|2026-01-06/);
  expect(text).toContain('09:00–10:00');
});
