import { nameFor } from '../../../shared/model/doctor';
import type { Otherwise } from '../../../shared/model/otherwise';
import type { WaitRange } from '../../../shared/model/wait';
import { currentLanguage, i18n } from '.';
import { clockRangeText, dayText, isolated, slotText } from './format';
import type { Language } from './languages';

/** Up to here a wait is told in minutes; a longer one by the clock, which nobody has to reckon with. */
const MOST_MINUTES = 90;

/**
 * The one way to say a wait: `about 35–50 min`, `about 12:00 – 12:20 pm`, and that today may not be enough. In the
 * clinic's time zone.
 */
export function waitText(wait: WaitRange, timeZone: string, language = currentLanguage()): string {
  const t = i18n.getFixedT(language, 'common');
  if (wait.today === 'no') return t('wait.notEnough');
  const text = roughWait(wait, timeZone, language);
  return wait.today === 'yes' ? text : t('wait.maybe', { wait: text });
}

/** The same where many stand side by side: `35–50 min`, `12:00 – 12:20 pm`, `maybe not today`. */
export function shortWaitText(wait: WaitRange, timeZone: string, language = currentLanguage()): string {
  const t = i18n.getFixedT(language, 'common');
  const { fromMinutes: from, toMinutes: to } = wait;
  if (wait.today === 'no') return t('wait.maybeNotToday');
  if (to > MOST_MINUTES) return clockRangeText(wait, timeZone, language);
  return from === to ? t('wait.minutes', { minutes: to }) : t('wait.minuteRange', { from, to });
}

/** Without a word of whether today is enough. */
function roughWait(wait: WaitRange, timeZone: string, language: Language): string {
  const t = i18n.getFixedT(language, 'common');
  const { fromMinutes: from, toMinutes: to } = wait;
  if (to <= 5) return t('wait.soon');
  if (to > MOST_MINUTES) return t('wait.clock', { range: clockRangeText(wait, timeZone, language) });
  return from === to ? t('wait.about', { minutes: to }) : t('wait.range', { from, to });
}

/**
 * When a wait will be over, for paper, which is read later. Never before `slotStart`, which is what was promised; null:
 * all of it would be, or today may not be enough.
 */
export function expectedRange(wait: WaitRange, slotStart: number): { from: number; to: number } | null {
  if (wait.today === 'no') return null;
  const from = Math.max(wait.from, slotStart);
  return wait.to > from ? { from, to: wait.to } : null;
}

/** What else there is: the next day with a free time, and a colleague who has one today; a sentence each. */
export function otherwiseTexts(
  { nextDay, otherDoctor }: Otherwise,
  language = currentLanguage(),
): readonly string[] {
  const t = i18n.getFixedT(language, 'common');
  const texts: string[] = [];
  if (otherDoctor !== null) {
    const doctor = isolated(nameFor(otherDoctor, language));
    texts.push(t('otherwise.doctor', { doctor, slot: slotText(otherDoctor, language) }));
  }
  if (nextDay !== null) texts.push(nextDayText(nextDay, language));
  return texts;
}

/** `Next free time: Sunday, 29 November, 9:00 – 10:00 am`. */
export function nextDayText(
  nextDay: NonNullable<Otherwise['nextDay']>,
  language = currentLanguage(),
): string {
  const t = i18n.getFixedT(language, 'common');
  const [day, slot] = [dayText(nextDay.serviceDay, language), slotText(nextDay, language)];
  return t('otherwise.nextDay', { day, slot });
}
