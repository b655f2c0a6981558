import type { HistoryLine } from '../../../shared/model/change';
import { clinicNow } from '../data/clock';
import { i18n } from '../i18n';
import { dayText, momentText } from '../i18n/format';

/** R20: one reason as a sentence; its rule's number is for the log and the API, not for people. */
export function reasonSentence({ reason, otherNumber }: HistoryLine, timeZone: string): string {
  const note = 'note' in reason ? (reason.note ?? '') : '';
  return note === '' ? sentence() : i18n.t('desk:reason.noted', { sentence: sentence(), note });

  function sentence(): string {
    const other = otherNumber ?? i18n.t('desk:reason.someone');
    switch (reason.code) {
      case 'preempted':
        return i18n.t('desk:reason.preempted', { other });
      case 'gave_way':
        return i18n.t(reason.movedTo === null ? 'desk:reason.gaveWayToList' : 'desk:reason.gaveWay', {
          other,
        });
      case 'not_here_in_time':
        return i18n.t('desk:reason.notHereInTime', {
          time: momentText(reason.deadline, timeZone, clinicNow()),
        });
      case 'did_not_answer':
        return (reason.round ?? 1) > 1
          ? i18n.t('desk:reason.didNotAnswerTwice')
          : i18n.t('desk:reason.didNotAnswer', { count: reason.recalls });
      case 'transferred':
        return reason.serviceDay === undefined
          ? i18n.t('desk:reason.transferred', { other })
          : i18n.t('desk:reason.transferredDay', { other, day: dayText(reason.serviceDay) });
      case 'transfer_undone':
        return i18n.t('desk:reason.transferUndone', { other });
      default:
        return i18n.t(`desk:reason.plain.${reason.code}`);
    }
  }
}
