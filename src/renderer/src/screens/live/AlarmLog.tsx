import { useTranslation } from 'react-i18next';
import { type Alarm, isUnanswered } from '../../../../shared/model/alarm';
import { useCommand } from '../../data/useCommand';
import { useMay } from '../../data/who';
import { timeText } from '../../i18n/format';
import { alarmText } from '../../parts/live/alarmText';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { cx } from '../../ui/cx';
import { Icon } from '../../ui/Icon';

interface Props {
  /** The latest first. */
  readonly alarms: readonly Alarm[];
  readonly title: string;
  readonly testId: string;
  readonly timeZone: string;
  readonly onlyLooks: boolean;
}

/** Alarms of today, those that nobody has answered first. */
export function AlarmLog({ alarms, title, testId, timeZone, onlyLooks }: Props) {
  const { t } = useTranslation('live');
  const may = useMay();
  const { runBare, busy } = useCommand();
  const mayAnswer = !onlyLooks && may('live.acknowledge');
  const sorted = [...alarms].sort((one, other) => Number(isUnanswered(other)) - Number(isUnanswered(one)));
  return (
    <Card title={title} count={alarms.length} className="shrink-0 pb-1">
      {sorted.length === 0 && <p className="px-4 pb-3 text-small text-ink-soft">{t('log.none')}</p>}
      <ul data-testid={testId} className="divide-y divide-line">
        {sorted.map((alarm) => (
          <li key={alarm.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <Icon
              name={alarm.endedAt === null ? 'bell' : 'check'}
              className={cx('size-5 shrink-0', isUnanswered(alarm) ? 'text-danger' : 'text-ink-faint')}
            />
            <div className="min-w-0 grow basis-48">
              <p className={cx(isUnanswered(alarm) && 'font-bold text-danger')}>{alarmText(alarm)}</p>
              <p className="figures text-caption text-ink-soft">
                {spanOf(alarm)} · {t('log.rang', { count: alarm.rings })}
                {alarm.acknowledgedAt !== null &&
                  ` · ${t('log.known', { time: timeText(alarm.acknowledgedAt, timeZone) })}`}
              </p>
            </div>
            {isUnanswered(alarm) && mayAnswer && (
              <Button
                size="small"
                isDisabled={busy}
                data-testid="live-answer"
                onPress={() => void runBare('live.acknowledge', { alarmId: alarm.id })}
              >
                {t('log.answer')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!mayAnswer && sorted.some(isUnanswered) && (
        <p className="border-t border-line px-4 py-2 text-small text-ink-soft">{t('log.atDesk')}</p>
      )}
    </Card>
  );

  function spanOf({ beganAt, endedAt }: Alarm): string {
    const from = timeText(beganAt, timeZone);
    return endedAt === null
      ? t('log.open', { time: from })
      : t('log.over', { from, to: timeText(endedAt, timeZone) });
  }
}
