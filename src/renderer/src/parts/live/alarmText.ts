import { type Alarm, isUnanswered } from '../../../../shared/model/alarm';
import { i18n } from '../../i18n';
import { isolated } from '../../i18n/format';

/** What an alarm says. */
export function alarmText({ kind, about, name, figure }: Alarm): string {
  const station = kind === 'printer' && (about === 'desk' || about === 'kiosk') ? about : null;
  const whose = station === null ? isolated(name ?? '') : i18n.t(`live:printer.${station}`);
  const shown = kind === 'disk' ? megabytesText(figure ?? 0) : (figure ?? 0);
  return i18n.t(`live:alarm.${kind}`, { name: whose, figure: shown });
}

const GIGABYTE_MB = 1_000;

/** Room on a disk: many gigabytes by the gigabyte. */
export function megabytesText(size: number): string {
  return size < 10 * GIGABYTE_MB
    ? i18n.t('live:megabytes', { size })
    : i18n.t('live:gigabytes', { size: Math.floor(size / GIGABYTE_MB) });
}

/** Those that nobody has answered yet, the latest ring first. */
export function unanswered(alarms: readonly Alarm[]): Alarm[] {
  return alarms.filter(isUnanswered).sort((one, other) => other.rangAt - one.rangAt);
}
