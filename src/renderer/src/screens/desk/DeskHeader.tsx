import { memo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../../../shared/model/app-status';
import { isInTrouble, type PrintersStatus, slipsToSeeTo } from '../../../../shared/model/printers-status';
import { useCall } from '../../data/query';
import { useCallList } from '../../data/useCallList';
import { useCommand } from '../../data/useCommand';
import { useMinute } from '../../data/useNow';
import { useMay } from '../../data/who';
import { i18n } from '../../i18n';
import { dayText, momentText, timeText } from '../../i18n/format';
import { PersonChip } from '../../parts/people/PersonChip';
import { type Overlay, show } from '../../stores/deskView';
import { openManual } from '../../stores/manual';
import { isClockOff, StateChips } from '../../ui/Chips';
import { cx } from '../../ui/cx';
import { Icon, type IconName } from '../../ui/Icon';
import { Key } from '../../ui/Key';
import { undoLast } from './act';

interface Props {
  readonly status: AppStatus;
  readonly lost: boolean;
}

/** Always in view: which day and what time it is, whether slips print and data is safe, and the ways on. */
export const DeskHeader = memo(function DeskHeader({ status, lost }: Props) {
  const { t } = useTranslation(['desk', 'manual', 'payments', 'common']);
  const now = useMinute();
  const { together } = useCommand();
  const may = useMay();
  const calls = useCallList().value?.filter(({ toldAt }) => toldAt === null).length ?? 0;
  const open =
    (
      kind: Exclude<
        Overlay['kind'],
        'token' | 'patient' | 'drop' | 'slot' | 'doctor' | 'paper' | 'undoRefused' | 'reopen'
      >,
    ) =>
    () =>
      show({ kind });
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5">
      <h1 className="sr-only">{t('title')}</h1>
      <div className="leading-tight">
        <p className="flex items-baseline gap-2.5">
          <time className="signage text-title">{timeText(now, status.timeZone)}</time>
          <span className="font-semibold whitespace-nowrap">{dayText(status.serviceDay)}</span>
        </p>
        <p dir="auto" className="max-w-80 truncate text-caption text-ink-soft">
          {status.clinicName}
        </p>
      </div>
      <StateChips clockShifted={isClockOff(status)} lost={lost} />
      <PersonChip />
      <PrintersButton now={now} onPress={open('printer')} timeZone={status.timeZone} />
      <nav aria-label={t('nav.label')} className="ms-auto flex flex-wrap gap-1">
        <NavButton
          icon="search"
          text={t('nav.find')}
          shortcut="F3"
          onPress={open('find')}
          testId="desk-open-find"
        />
        <NavButton
          icon="phone"
          text={t('nav.callList')}
          shortcut="F4"
          onPress={open('callList')}
          testId="desk-notices"
          badge={calls}
        />
        {may('tokens.undo') && (
          <NavButton
            icon="return"
            text={t('nav.undo')}
            shortcut="Ctrl Z"
            onPress={() => undoLast(together)}
            testId="desk-undo"
          />
        )}
        <NavButton
          icon="clock"
          text={t('nav.history')}
          shortcut="F8"
          onPress={open('history')}
          testId="desk-open-history"
        />
        {status.fees !== null && may('payments.day') && (
          <NavButton
            icon="purse"
            text={t('payments:count.nav')}
            shortcut="F10"
            onPress={open('count')}
            testId="desk-open-count"
            isRare
          />
        )}
        {may('books.close') && (
          <NavButton
            icon="moon"
            text={t('nav.endDay')}
            shortcut="F6"
            onPress={open('endDay')}
            testId="desk-open-end-day"
            isRare
          />
        )}
        <NavButton
          icon="help"
          text={t('nav.keys')}
          shortcut="?"
          onPress={open('shortcuts')}
          testId="desk-open-keys"
        />
        <NavButton
          icon="book"
          text={t('manual:title')}
          shortcut="F1"
          onPress={openManual}
          testId="desk-open-manual"
          isBare
        />
      </nav>
    </header>
  );
});

interface NavButtonProps {
  readonly icon: IconName;
  readonly text: string;
  readonly shortcut: string;
  readonly testId: string;
  readonly badge?: number;
  /** Pressed once a day: its word gives way where the line is full. */
  readonly isRare?: boolean;
  /** Its picture and key say enough. */
  readonly isBare?: boolean;
  readonly onPress: () => void;
}

function NavButton(props: NavButtonProps) {
  const { icon, text, shortcut, testId, badge = 0, isRare = false, isBare = false, onPress } = props;
  const { t } = useTranslation(['desk', 'common']);
  return (
    <AriaButton
      data-testid={testId}
      onPress={onPress}
      className={cx(
        'flex min-h-8 cursor-pointer items-center gap-1.5 rounded-control border px-2 text-caption font-semibold whitespace-nowrap',
        badge > 0
          ? 'border-signal bg-signal text-on-signal'
          : 'border-line bg-surface data-hovered:bg-sunken',
      )}
    >
      <Icon name={icon} className="size-[1.1em]" />
      <span className={isBare ? 'sr-only' : isRare ? 'max-[1340px]:sr-only' : ''}>{text}</span>
      {badge > 0 && (
        <span className="figures rounded-pill bg-plate px-1.5 text-caption text-on-plate">
          <span aria-hidden="true">{badge}</span>
          <span className="sr-only">{t('nav.toCall', { count: badge })}</span>
        </span>
      )}
      <Key>{shortcut}</Key>
    </AriaButton>
  );
}

interface PrintersButtonProps {
  readonly now: number;
  readonly timeZone: string;
  readonly onPress: () => void;
}

function PrintersButton({ now, timeZone, onPress }: PrintersButtonProps) {
  const { t } = useTranslation(['desk', 'backups', 'common']);
  const { value = null, error } = useCall('printers.status', {});
  const trouble =
    value !== null &&
    (slipsToSeeTo(...Object.values(value.printers)) > 0 || Object.values(value.printers).some(isInTrouble));
  const backedUp = value?.lastBackupAt ?? null;
  const warning = value?.backupWarning ?? null;
  return (
    <AriaButton
      data-testid="desk-station"
      onPress={onPress}
      className="flex cursor-pointer items-center gap-3 rounded-control px-2 py-1 text-caption font-semibold data-hovered:bg-sunken"
    >
      <span className={cx('flex items-center gap-1', trouble && 'text-danger')}>
        <Icon name={trouble || error !== undefined ? 'warn' : 'printer'} className="size-[1.2em]" />
        <span className="max-w-44 truncate">{printerText(value)}</span>
      </span>
      <span className={cx('flex items-center gap-1', warning !== null && 'text-warn')}>
        <Icon name={warning === null ? 'check' : 'warn'} className="size-[1.2em]" />
        <span className="max-w-64 truncate">
          {warning !== null && warning !== 'old' && warning !== 'none_yet'
            ? t(`backups:warning.${warning}`)
            : backedUp === null
              ? t('station.noBackupShort')
              : t('station.backupAt', { time: momentText(backedUp, timeZone, now) })}
        </span>
      </span>
    </AriaButton>
  );
}

/** What stands out most: slips to see to, a printer in trouble, else which printer there is. */
function printerText(value: PrintersStatus | null): string {
  if (value === null) return i18n.t('slips:looking');
  const { desk, kiosk } = value.printers;
  const missing = slipsToSeeTo(desk, kiosk);
  if (missing > 0) return i18n.t('slips:seeTo', { count: missing });
  const troubled = [desk, kiosk].find(isInTrouble);
  if (troubled !== undefined) {
    const health = i18n.t(`slips:health.${troubled.health}`);
    return i18n.t('slips:trouble', { printer: troubled.name ?? '', health });
  }
  return desk.name ?? i18n.t(desk.way === 'none' ? 'slips:noSlipsShort' : 'slips:pdfShort');
}
