import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceDay } from '../../../../../shared/model/time';
import type { Token } from '../../../../../shared/model/token';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { timeText } from '../../../i18n/format';
import { keyOf } from '../../../keys/position';
import { Contact } from '../../../parts/Contact';
import { closeOverlay } from '../../../stores/deskView';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { Icon } from '../../../ui/Icon';
import { Overlay } from '../../../ui/Overlay';
import { TokenNumber } from '../../../ui/TokenNumber';
import { onToken } from '../act';
import type { Overdue } from '../overdue';
import { useOverdue } from '../useOverdue';
import { PaperMeanwhile } from './PaperMeanwhile';

interface Props {
  readonly today: ServiceDay;
  readonly timeZone: string;
}

/** F7: who is past their time and not here, after an outage above all: each is looked at, and settled by one key. */
export function OverduePanel({ today, timeZone }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const list = useOverdue(today);
  const { busy, run } = useCommand();
  const box = useRef<HTMLUListElement>(null);
  const left = list.length;
  // Who is settled leaves the list, and the keys with them: the first who is left has them.
  useEffect(() => {
    if (left > 0 && box.current?.contains(document.activeElement) === false) focusRow(box.current, 0);
  }, [left]);

  function settle(token: Token, action: 'checkIn' | 'noShow'): void {
    const { id: tokenId, number } = token;
    const said = action === 'checkIn' ? 'desk:said.checkedIn' : 'desk:said.noShow';
    const ways = onToken(() => i18n.t(said, { number }));
    void run(`tokens.${action}`, { tokenId }, ways);
  }

  return (
    <Overlay
      title={t('rules.overdue.title', { count: list.length })}
      closeLabel={t('dialog.close')}
      place="side"
      testId="desk-overdue-panel"
      onClose={closeOverlay}
    >
      {list.length === 0 ? (
        <EmptyState icon="check" title={t('rules.overdue.none')} />
      ) : (
        <p className="text-small text-ink-soft">{t('rules.overdue.hint')}</p>
      )}
      <ul ref={box} className="flex flex-col gap-2">
        {list.map((one, index) => (
          <Row
            key={one.token.id}
            overdue={one}
            busy={busy}
            timeZone={timeZone}
            onSettle={settle}
            onStep={(step) => focusRow(box.current, index + step)}
          />
        ))}
      </ul>
      <PaperMeanwhile today={today} />
    </Overlay>
  );
}

interface RowProps {
  readonly overdue: Overdue;
  readonly busy: boolean;
  readonly timeZone: string;
  readonly onSettle: (token: Token, action: 'checkIn' | 'noShow') => void;
  readonly onStep: (step: 1 | -1) => void;
}

function Row({ overdue, busy, timeZone, onSettle, onStep }: RowProps) {
  const { t } = useTranslation(['desk', 'common']);
  const { token, doctor, at, now } = overdue;
  const { number, patientName, patientContact } = token;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const key = keyOf(event.nativeEvent);
    if (key === 'c') onSettle(token, 'checkIn');
    else if (key === 'n') onSettle(token, 'noShow');
    else if (key === 'ArrowDown') onStep(1);
    else if (key === 'ArrowUp') onStep(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <li
      tabIndex={-1}
      data-overdue
      data-testid={`desk-overdue-${number}`}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-2 rounded-control border border-line bg-surface p-3 focus:outline-3 focus:outline-focus"
    >
      <p className="flex flex-wrap items-baseline gap-x-3">
        <TokenNumber className="text-lead!">{number}</TokenNumber>
        <bdi className="min-w-0 truncate font-semibold">{patientName}</bdi>
        <bdi className="text-small text-ink-soft">{doctor}</bdi>
      </p>
      <p className="figures flex flex-wrap items-center gap-x-3 text-small">
        <span className="flex items-center gap-1 font-bold">
          <Icon name="phone" className="size-[1em]" />
          {patientContact === '' ? t('preview.noPhone') : <Contact text={patientContact} />}
        </span>
        {at > now && (
          <span className="text-warn">{t('rules.overdue.by', { time: timeText(at, timeZone) })}</span>
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" icon="check" shortcut="C" busy={busy} onPress={() => onSettle(token, 'checkIn')}>
          {t('rules.overdue.here')}
        </Button>
        <Button size="small" icon="absent" shortcut="N" busy={busy} onPress={() => onSettle(token, 'noShow')}>
          {t('rules.overdue.noShow')}
        </Button>
      </div>
    </li>
  );
}

function focusRow(box: HTMLElement | null, index: number): void {
  const row = [...(box?.querySelectorAll<HTMLElement>('[data-overdue]') ?? [])].at(Math.max(0, index));
  row?.focus();
}
