import type { VoiceSettings } from '../../../shared/model/board-settings';

const DAY = 24 * 60;

/**
 * Whether it is a quiet hour: from `quietFrom` up to, not at, `quietUntil`, over midnight where the end is the
 * earlier. Without both, or where both are the same minute, there is none.
 * @param minute of the clinic's clock, 0 to 1439
 */
export function isQuiet(
  { quietFrom, quietUntil }: Pick<VoiceSettings, 'quietFrom' | 'quietUntil'>,
  minute: number,
): boolean {
  if (quietFrom === null || quietUntil === null) return false;
  const from = quietFrom % DAY;
  const until = quietUntil % DAY;
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

/** The minute of the day that the clinic's clock shows at an instant (ms). */
export function minuteAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hours = 0, minutes = 0] = format.format(instant).split(':').map(Number);
  return hours * 60 + minutes;
}
