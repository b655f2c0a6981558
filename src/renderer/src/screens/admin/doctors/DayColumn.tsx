import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Absence } from '../../../../../shared/model/absence';
import type { WeekView } from '../../../../../shared/model/week-view';
import { i18n } from '../../../i18n';
import { dayMonthText, dayText, slotText, weekdayText } from '../../../i18n/format';
import { CapacityBar } from '../../../ui/CapacityBar';
import { cx } from '../../../ui/cx';
import { Icon } from '../../../ui/Icon';
import { IconButton } from '../../../ui/IconButton';
import type { TakeBack } from './TakeBackDialog';

type Day = WeekView['days'][number];
type Session = Day['sessions'][number];

interface Props {
  readonly day: Day;
  readonly isToday: boolean;
  readonly isPast: boolean;
  readonly onLeave: () => void;
  readonly onOneOff: () => void;
  readonly onTakeBack: (taken: TakeBack) => void;
}

/** One day: who is away and why, then the sessions with their seats. */
export function DayColumn({ day, isToday, isPast, onLeave, onOneOff, onTakeBack }: Props) {
  const { t } = useTranslation('doctors');
  const { serviceDay, leaves, closures, sessions, used, seats, waiting } = day;
  return (
    <section
      aria-label={dayText(serviceDay)}
      data-testid={`week-day-${serviceDay}`}
      className={cx(
        'flex min-h-64 min-w-0 flex-col gap-2 rounded-card border p-2',
        isToday ? 'border-2 border-accent bg-surface' : 'border-line bg-surface',
        isPast && 'bg-sunken!',
      )}
    >
      <DayHead day={day} isPast={isPast} onLeave={onLeave} onOneOff={onOneOff} />
      {closures.map((closure) => (
        <Away
          key={closure.id}
          why={closure.name}
          absence={closure}
          label={t('calendar.openAgain', { why: closure.name })}
          testId="week-closure"
          {...(isPast
            ? {}
            : {
                onTakeBack: () =>
                  onTakeBack({ command: 'closures.remove', closureId: closure.id, what: closure.name }),
              })}
        />
      ))}
      {leaves.map((leave) => (
        <Away
          key={leave.id}
          why={leave.reason}
          absence={leave}
          label={t('calendar.takeBack', { why: leave.reason })}
          testId="week-leave-entry"
          {...(isPast
            ? {}
            : {
                onTakeBack: () =>
                  onTakeBack({ command: 'leaves.remove', leaveId: leave.id, what: leave.reason }),
              })}
        />
      ))}
      {sessions.map((session) => (
        <SessionBlock
          key={`${session.startMinute} ${session.kind}`}
          session={session}
          onRemove={
            session.oneOffId === null || isPast
              ? null
              : () => {
                  if (session.oneOffId === null) return;
                  onTakeBack({
                    command: 'oneOffs.remove',
                    oneOffId: session.oneOffId,
                    what: slotText(session),
                  });
                }
          }
        />
      ))}
      {sessions.length === 0 && leaves.length === 0 && closures.length === 0 && (
        <p className="text-small text-ink-faint">{t('calendar.noSession')}</p>
      )}
      <p className="figures mt-auto text-caption text-ink-soft">
        {sessions.length > 1 && seats > 0 && t('calendar.used', { used, seats })}
        {waiting > 0 && (
          <>
            <br />
            {t('calendar.waiting', { count: waiting })}
          </>
        )}
      </p>
    </section>
  );
}

function DayHead({ day, isPast, onLeave, onOneOff }: Pick<Props, 'day' | 'isPast' | 'onLeave' | 'onOneOff'>) {
  const { t } = useTranslation('doctors');
  const { serviceDay, weekday } = day;
  const words = (
    <>
      <span className="min-w-0 grow truncate font-bold">{weekdayText(weekday, 'short')}</span>
      <span className="figures text-small">{dayMonthText(serviceDay)}</span>
    </>
  );
  if (isPast) return <h4 className="flex items-baseline gap-1 px-1.5 py-1 text-ink-soft">{words}</h4>;
  return (
    <MenuTrigger>
      <Button
        data-testid={`week-change-${serviceDay}`}
        className="flex w-full cursor-pointer items-baseline gap-1 rounded-small px-1.5 py-1 text-start data-hovered:bg-accent-soft"
      >
        {words}
        <Icon name="chevron" className="size-3.5 self-center" />
      </Button>
      <Popover className="rounded-control border border-line-strong bg-surface shadow-raised">
        <Menu
          aria-label={dayText(serviceDay)}
          className="p-1"
          onAction={(key) => (key === 'leave' ? onLeave() : onOneOff())}
        >
          <MenuItem id="leave" className={itemLook} data-testid="day-add-leave">
            {t('calendar.leave')}
          </MenuItem>
          <MenuItem id="oneOff" className={itemLook} data-testid="day-add-session">
            {t('calendar.oneOff')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const itemLook =
  'cursor-pointer rounded-small px-3 py-2 font-semibold data-focused:bg-accent-soft data-focused:text-on-accent-soft';

interface AwayProps {
  readonly why: string;
  readonly absence: Absence;
  /** Of the button that takes it back. */
  readonly label: string;
  readonly testId: string;
  readonly onTakeBack?: () => void;
}

/** Hatched, with the reason: nobody works then. */
function Away({ why, absence, label, testId, onTakeBack }: AwayProps) {
  return (
    <div
      data-testid={testId}
      className="hatched flex items-start gap-1 rounded-control border border-line-strong px-2 py-1.5 text-small"
    >
      <p className="min-w-0 grow wrap-anywhere">
        <bdi className="font-semibold">{why}</bdi>
        <span className="figures block text-caption text-ink-soft">{absenceText(absence)}</span>
      </p>
      {onTakeBack !== undefined && <IconButton label={label} icon="return" onPress={onTakeBack} />}
    </div>
  );
}

/** `all day`, `from 2:00 pm`, `9:00 – 11:00 am`. */
function absenceText({ startMinute, endMinute }: Absence): string {
  if (startMinute === null && endMinute === null) return i18n.t('doctors:calendar.allDay');
  return slotText({ startMinute: startMinute ?? 0, endMinute: endMinute ?? 24 * 60 - 1 });
}

function SessionBlock({
  session,
  onRemove,
}: {
  readonly session: Session;
  readonly onRemove: (() => void) | null;
}) {
  const { t } = useTranslation('doctors');
  const { kind, isAway, used, seats } = session;
  return (
    <div
      data-testid="week-session"
      data-away={isAway ? true : undefined}
      className={cx(
        'flex flex-col gap-1 rounded-control border border-line px-2 py-1.5',
        isAway ? 'hatched text-ink-soft' : 'bg-page',
      )}
    >
      <div className="flex items-start gap-1">
        <p className={cx('figures min-w-0 grow text-small font-semibold', isAway && 'line-through')}>
          {slotText(session)}
        </p>
        {onRemove !== null && (
          <IconButton label={t('calendar.removeSession')} icon="close" tone="danger" onPress={onRemove} />
        )}
      </div>
      {kind !== 'weekly' && <p className="text-caption text-ink-soft">{t(`calendar.kind.${kind}`)}</p>}
      {!isAway && (
        <>
          <CapacityBar used={used} capacity={seats} overflowSeats={0} />
          <p className="figures text-caption text-ink-soft">{t('calendar.used', { used, seats })}</p>
        </>
      )}
    </div>
  );
}
