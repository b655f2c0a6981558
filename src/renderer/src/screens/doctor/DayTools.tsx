import { memo } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CallName } from '../../../../shared/contract';
import { useMay } from '../../data/who';
import { cx } from '../../ui/cx';
import { Icon, type IconName } from '../../ui/Icon';
import { Key } from '../../ui/Key';

export type DayTool =
  | 'late'
  | 'break'
  | 'leave'
  | 'tell'
  | 'close'
  | 'sound'
  | 'window'
  | 'change'
  | 'keys'
  | 'manual';

export interface DayToolsProps {
  /** How many must still be told of a change. */
  readonly toTell: number;
  readonly quiet: boolean;
  /** The day is closed: its times change no more. */
  readonly isClosed: boolean;
  /** Whether another doctor may be chosen in this window. */
  readonly canChange: boolean;
  readonly onDay: (tool: DayTool) => void;
}

const looks: readonly (readonly [DayTool, IconName, string | null])[] = [
  ['late', 'clock', 'L'],
  ['break', 'pause', 'B'],
  ['leave', 'door', 'E'],
  ['tell', 'phone', 'A'],
  ['close', 'moon', 'Q'],
  ['sound', 'speaker', 'M'],
  ['window', 'board', null],
  ['change', 'users', null],
  ['keys', 'help', '?'],
  ['manual', 'book', 'F1'],
];

/** What is done with the day as a whole; a word each where there is room, its key always. */
export const DayTools = memo(function DayTools({ toTell, quiet, isClosed, canChange, onDay }: DayToolsProps) {
  const { t } = useTranslation(['doctor', 'common']);
  const may = useMay();
  return (
    <nav aria-label={t('dayTools')} className="flex flex-wrap justify-end gap-1">
      {looks.map(([tool, icon, key]) => {
        if ((tool === 'change' && !canChange) || !isAllowed(tool, may)) return null;
        const name = tool === 'sound' && quiet ? t('day.soundOff') : t(`day.${tool}`);
        const badge = tool === 'tell' ? toTell : 0;
        return (
          <TooltipTrigger key={tool} delay={400} closeDelay={0}>
            <AriaButton
              preventFocusOnPress
              isDisabled={isClosed && ofOpenDay.has(tool)}
              data-testid={`doctor-day-${tool}`}
              onPress={() => onDay(tool)}
              className={cx(
                'flex min-h-9 cursor-pointer items-center gap-1.5 rounded-control border px-2 text-caption font-semibold whitespace-nowrap data-disabled:cursor-default data-disabled:bg-transparent data-disabled:text-ink-faint',
                badge > 0
                  ? 'border-signal bg-signal text-on-signal'
                  : 'border-line bg-surface data-hovered:bg-sunken',
                tool === 'sound' && quiet && 'text-danger line-through',
              )}
            >
              <Icon name={icon} className="size-[1.2em]" />
              <span className={worded.has(tool) ? 'max-[1300px]:sr-only' : 'sr-only'}>{name}</span>
              {badge > 0 && <span className="figures">{badge}</span>}
              {key !== null && <Key className={key === '?' ? '' : 'max-[1150px]:hidden'}>{key}</Key>}
            </AriaButton>
            <Tooltip
              offset={6}
              className="rounded-small bg-plate px-2.5 py-1 text-caption font-medium text-on-plate shadow-raised"
            >
              {name}
            </Tooltip>
          </TooltipTrigger>
        );
      })}
    </nav>
  );
});

const callOf: Readonly<Partial<Record<DayTool, CallName>>> = {
  late: 'doctors.setDelay',
  break: 'doctors.takeBreak',
  leave: 'doctors.leaveEarly',
  close: 'books.close',
};

/** Whether whoever is on may do it. */
export function isAllowed(tool: DayTool, may: (call: CallName) => boolean): boolean {
  const call = callOf[tool];
  return call === undefined || may(call);
}

const ofOpenDay: ReadonlySet<DayTool> = new Set(['late', 'break', 'leave']);
const worded: ReadonlySet<DayTool> = new Set(['late', 'break', 'leave', 'tell', 'close']);
