import type { Report } from '../../../../shared/model/report';
import {
  type Dimension,
  type FigureName,
  type FigureUnit,
  figures,
  type ReportName,
} from '../../../../shared/model/report-figures';
import { channelSchema, sourceSchema } from '../../../../shared/model/token';
import { currentLanguage, i18n } from '../../i18n';
import { dayMonthText, weekdayText } from '../../i18n/format';
import { languageFacts } from '../../i18n/languages';

/** Whom the rows of a report name, and what stands in them. */
export type Named = Pick<Report, 'groupBy' | 'doctors' | 'people'>;

export const figureText = (figure: FigureName): string => i18n.t(`reports:figure.${figure}`);

/** A figure as it is read, with its unit; null: nothing can be said. */
export function valueText(figure: FigureName, value: number | null): string {
  if (value === null) return i18n.t('reports:unit.none');
  const { unit } = figures[figure];
  const minutes = Math.round(Math.abs(value));
  if (unit === 'minutes' && minutes >= HOURS_FROM) {
    const sign = value < 0 ? MINUS : '';
    return i18n.t('reports:unit.hoursMinutes', {
      hours: `${sign}${Math.floor(minutes / 60)}`,
      minutes: minutes % 60,
    });
  }
  return i18n.t(`reports:unit.${unit}`, { value: numberText(unit, shownNumber(unit, value)) });
}

/** As it stands on an axis: percent for shares. */
export function shownNumber(unit: FigureUnit, value: number): number {
  if (unit === 'share') return Math.round(value * 1_000) / 10;
  return unit === 'count' ? value : Math.round(value * 10) / 10;
}

/** So many minutes are read as hours and minutes. */
const HOURS_FROM = 120;

const formats = new Map<string, Intl.NumberFormat>();

function numberText(unit: FigureUnit, value: number): string {
  const { locale } = languageFacts[currentLanguage()];
  // A tenth of a minute is no news where there are ten of them.
  const digits = unit === 'count' || (unit !== 'hours' && Math.abs(value) >= 10) ? 0 : 1;
  const key = `${locale} ${digits}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  formats.set(key, format);
  return format.format(value).replace('-', MINUS);
}

/** What stands along the value axis. */
export function axisText(report: ReportName, figure: FigureName): string {
  const { unit } = figures[figure];
  if (unit !== 'count') return i18n.t(`reports:axis.${unit}`);
  if (figure === 'corrections' || figure === 'undos') return i18n.t('reports:axis.times');
  if (report === 'capacity') return i18n.t('reports:axis.seats');
  return i18n.t(report === 'people' ? 'reports:axis.tokens' : 'reports:axis.patients');
}

/** What the rows of a table are. */
export function alongText(by: Dimension, { groupBy }: Pick<Named, 'groupBy'>): string {
  if (by === 'group') return i18n.t(`reports:along.${groupBy}`);
  if (by === 'heat' || by === 'personHour') return i18n.t('reports:along.hour');
  return i18n.t(`reports:along.${by === 'weekdaySlot' ? 'slot' : by}`);
}

/** What a row is called along an axis, where its name says what its numbers are. */
export function axisRowText(by: Dimension, key: string, named: Named): string {
  const isWeekday = by === 'weekday' || (by === 'group' && named.groupBy === 'weekday');
  if (isWeekday) return weekdayText(Number(key), 'short');
  if (by === 'wait' && Number(key) < MOST_WAIT) return `${key}–${Number(key) + TEN}`;
  return by === 'error' ? `${signed(Number(key))}…${signed(Number(key) + TEN)}` : rowText(by, key, named);
}

/** Minutes that waits and misses are counted together by. */
const TEN = 10;

const signed = (value: number): string => `${value > 0 ? '+' : ''}${value}`.replace('-', MINUS);
const MINUS = '\u2212';

/** What a row is called. */
export function rowText(by: Dimension, key: string, named: Named): string {
  switch (by) {
    case 'total':
      return i18n.t('reports:row.total');
    case 'group':
      return groupText(key, named.groupBy);
    case 'source':
      return i18n.t(`common:source.${sourceSchema.parse(key)}`);
    case 'channel':
      return i18n.t(`reports:channel.${channelSchema.parse(key)}`);
    case 'hour':
      return hourText(Number(key));
    case 'doctor':
      return doctorText(key, named);
    case 'lead':
      return leadText(key);
    case 'weekday':
      return weekdayText(Number(key), 'long');
    case 'wait':
      return waitText(Number(key));
    case 'error':
      return errorText(key);
    case 'early':
      return earlyText(key);
    case 'slot':
      return slotStartText(Number(key));
    case 'person':
      return personText(key, named);
    case 'heat':
    case 'weekdaySlot':
    case 'personHour': {
      const [column, row] = splitKey(by, key);
      return `${columnText(by, column, named)}, ${lineText(by, row)}`;
    }
  }
}

/** Between the two parts of a key of a heat map. */
const betweenIn = { heat: '-', weekdaySlot: '-', personHour: ' ' } as const;

/** Weekday or person, and hour or slot. */
export function splitKey(by: HeatDimension, key: string): readonly [column: string, row: string] {
  const at = key.lastIndexOf(betweenIn[by]);
  return [key.slice(0, at), key.slice(at + 1)];
}

export const heatKey = (by: HeatDimension, column: string, row: string): string =>
  `${column}${betweenIn[by]}${row}`;

export type HeatDimension = 'heat' | 'weekdaySlot' | 'personHour';

export function columnText(by: HeatDimension, column: string, named: Named): string {
  return by === 'personHour' ? personText(column, named) : weekdayText(Number(column), 'short');
}

export function lineText(by: HeatDimension, row: string): string {
  return by === 'weekdaySlot' ? slotStartText(Number(row)) : hourText(Number(row));
}

function groupText(key: string, groupBy: Named['groupBy']): string {
  switch (groupBy) {
    case 'day':
      return `${weekdayText(weekdayOf(key), 'short')} ${dayMonthText(key)}`;
    case 'weekday':
      return weekdayText(Number(key), 'long');
    case 'week':
      return i18n.t('reports:row.week', { day: dayMonthText(key) });
    case 'month':
      return monthText(key);
  }
}

/** Monday is 1. */
function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

function monthText(day: string): string {
  const { locale } = languageFacts[currentLanguage()];
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', year: 'numeric' });
  return format.format(Date.parse(`${day}T12:00:00Z`));
}

/** `9–10`: an hour of the clock; a long day goes on after midnight. */
export function hourText(hour: number): string {
  return i18n.t('reports:row.hour', { from: hour % 24, to: (hour % 24) + 1 });
}

/** `9:05`: a slot's printed start, short for an axis. */
function slotStartText(minute: number): string {
  const hour = Math.floor(minute / 60) % 24;
  return `${hour}:${String(minute % 60).padStart(2, '0')}`;
}

export function doctorText(id: string, { doctors }: Pick<Named, 'doctors'>): string {
  const doctor = doctors.find((one) => one.id === id);
  if (doctor === undefined) return i18n.t('reports:row.gone');
  return doctor.active ? doctor.name : i18n.t('reports:filter.retired', { name: doctor.name });
}

const screens = ['desk', 'home', 'admin', 'doctor', 'kiosk', 'board', 'summary', 'reports'] as const;

function personText(key: string, { people }: Pick<Named, 'people'>): string {
  const name = people.find((one) => one.key === key)?.name;
  if (name !== undefined && name !== null) return name;
  if (key === 'clock' || key === 'gone') return i18n.t(`reports:row.${key}`);
  const screen = screens.find((one) => one === key);
  return screen === undefined ? i18n.t('reports:row.unknownPerson') : i18n.t(`audit:who.${screen}`);
}

function leadText(key: string): string {
  if (key === '0' || key === '1') return i18n.t(`reports:row.lead${key}`);
  return i18n.t('reports:row.leadDays', { days: key.replace('-', '–') });
}

/** Waits are told apart up to here. */
const MOST_WAIT = 180;

function waitText(from: number): string {
  if (from >= MOST_WAIT) return i18n.t('reports:row.waitMore', { from });
  return i18n.t('reports:row.waitUpTo', { from, to: from + TEN });
}

/** Ten minutes of how much later a call came. */
function errorText(key: string): string {
  const from = Number.parseInt(key, 10);
  if (from >= 0) return i18n.t('reports:row.errorLater', { from, to: from + TEN });
  return i18n.t('reports:row.errorEarlier', { from: -from - TEN, to: -from });
}

function earlyText(key: string): string {
  if (key === 'after') return i18n.t('reports:row.earlyAfter');
  if (key === 'none') return i18n.t('reports:row.earlyNone');
  const hours = key.replace('+', '').replace('-', '–');
  return i18n.t(key.endsWith('+') ? 'reports:row.earlyMore' : 'reports:row.earlyHours', { hours });
}
