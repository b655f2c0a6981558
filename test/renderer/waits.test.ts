import { describe, expect, it } from 'vitest';
import { expectedRange, otherwiseTexts, shortWaitText, waitText } from '../../src/renderer/src/i18n/waits';
import { doctorIdSchema } from '../../src/shared/model/ids';
import { languages } from '../../src/shared/model/language';
import { MINUTE, serviceDaySchema } from '../../src/shared/model/time';
import { T0, waitOf } from './samples';

const ZONE = 'Asia/Kolkata';
const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

describe('a wait', () => {
  it('is told in minutes up to 90, and from there by the clock', () => {
    expect(waitText(waitOf(35, 50), ZONE)).toBe('about 35–50 min');
    expect(waitText(waitOf(30, 30), ZONE)).toBe('about 30 min');
    expect(waitText(waitOf(50, 90), ZONE)).toBe('about 50–90 min');
    expect(plain(waitText(waitOf(50, 95), ZONE))).toBe('about 9:50 – 10:35 am');
    expect(plain(waitText(waitOf(180, 200), ZONE))).toBe('about 12:00 – 12:20 pm');
    expect(plain(waitText(waitOf(180, 180), ZONE))).toBe('about 12:00 pm');
    expect(waitText(waitOf(0, 5), ZONE)).toBe('a few minutes');
  });

  it.each(languages)('in %s has the same unit side by side as in a sentence', (language) => {
    for (const wait of [waitOf(10, 25), waitOf(35, 90), waitOf(60, 95), waitOf(180, 300), waitOf(40, 40)]) {
      const digits = (text: string): string[] => text.match(/\d+(?::\d\d)?/g) ?? [];
      expect(digits(shortWaitText(wait, ZONE, language))).toEqual(digits(waitText(wait, ZONE, language)));
      expect(/:/.test(shortWaitText(wait, ZONE, language))).toBe(wait.toMinutes > 90);
    }
  });

  it.each(languages)(
    'in %s says where today may not be enough, and then no time that lies after it',
    (language) => {
      const sure = waitText(waitOf(35, 50), ZONE, language);
      expect(waitText(waitOf(35, 50, 'maybe'), ZONE, language)).toContain(sure);
      expect(waitText(waitOf(35, 50, 'maybe'), ZONE, language)).not.toBe(sure);
      expect(waitText(waitOf(240, 240, 'no'), ZONE, language)).not.toMatch(/\d/);
      expect(shortWaitText(waitOf(240, 240, 'no'), ZONE, language)).not.toMatch(/\d/);
    },
  );

  it('on paper never begins before what was promised', () => {
    expect(expectedRange(waitOf(35, 50), T0)).toEqual({ from: T0 + 35 * MINUTE, to: T0 + 50 * MINUTE });
    expect(expectedRange(waitOf(35, 50), T0 + 45 * MINUTE)?.from).toBe(T0 + 45 * MINUTE);
    expect(expectedRange(waitOf(35, 50), T0 + 60 * MINUTE)).toBeNull();
    expect(expectedRange(waitOf(35, 50, 'no'), T0)).toBeNull();
  });
});

it.each(languages)('in %s what else there is names the day, the hour and the colleague', (language) => {
  const times = { startMinute: 540, endMinute: 600 };
  const id = doctorIdSchema.parse('00000000-0000-4000-8000-000000000009');
  const texts = otherwiseTexts(
    {
      nextDay: { ...times, serviceDay: serviceDaySchema.parse('2026-11-23') },
      otherDoctor: { ...times, id, name: 'Dr Shah', nameIn: { hi: 'डॉ. शाह' }, room: '2' },
    },
    language,
  );
  expect(texts).toHaveLength(2);
  expect(texts[0]).toContain(language === 'hi' ? 'डॉ. शाह' : 'Dr Shah');
  expect(texts.every((text) => text.includes('9:00'))).toBe(true);
  expect(texts[1]).toContain('23');
  expect(otherwiseTexts({ nextDay: null, otherDoctor: null }, language)).toEqual([]);
});
