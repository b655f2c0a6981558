import { type Alarm, isUnanswered } from '../../../../shared/model/alarm';
import { i18n } from '../../i18n';
import { isolated } from '../../i18n/format';

/** What an alarm says. */
export function alarmText({ kind, about, name, figure }: Alarm): string {
  const station = kind === 'printer' && (about === 'desk' || about === 'kiosk') ? about : null;
  const whose = station === null ? isolated(name ?? '') : i18n.t(`live:printer.${station}`);
  return i18n.t(`live:alarm.${kind}`, { name: whose, figure: figure ?? 0 });
}

/** Those that nobody has answered yet, the latest ring first. */
export function unanswered(alarms: readonly Alarm[]): Alarm[] {
  return alarms.filter(isUnanswered).sort((one, other) => other.rangAt - one.rangAt);
}
