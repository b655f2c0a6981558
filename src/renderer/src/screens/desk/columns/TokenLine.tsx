import type { KeyboardEvent } from 'react';
import { useDrag } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isOpen, type Stage, type Token } from '../../../../../shared/model/token';
import type { WaitRange } from '../../../../../shared/model/wait';
import { useTimeZone } from '../../../data/status';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { shortWaitText } from '../../../i18n/waits';
import { NeedMark } from '../../../parts/need/NeedMark';
import { show } from '../../../stores/deskView';
import { cx } from '../../../ui/cx';
import { Icon } from '../../../ui/Icon';
import { TokenNumber } from '../../../ui/TokenNumber';
import { sourceLooks } from '../looks';
import { standingText } from '../sentences';
import { actionOfKey, mayDo } from '../token/actions';
import { perform } from '../token/perform';
import { TOKEN_TYPE } from './drag';

interface Props {
  readonly token: Token;
  readonly wait: WaitRange | undefined;
  /** What the rules say of it; null: nothing. */
  readonly remark: string | null;
  /** Whether Tab comes here: one item of all columns has it. */
  readonly isEntry: boolean;
}

const stageLooks: Record<Stage, string> = {
  booked: 'text-ink-faint',
  checked_in: 'text-success',
  called: 'bg-signal text-on-signal px-1',
  in_consultation: 'bg-accent text-on-accent px-1',
  on_hold: 'bg-warn-soft text-warn px-1',
};

/**
 * One token on a column: number, name, kind, where the patient is and when it is their turn. Enter opens it; letters
 * do things at once; it can be dragged to another slot.
 */
export function TokenLine({ token, wait, remark, isEntry }: Props) {
  useTranslation(['desk', 'common']);
  const timeZone = useTimeZone();
  const command = useCommand();
  const { dragProps, isDragging } = useDrag({
    isDisabled: !mayDo('move', token),
    // The keys have a way of their own: M.
    hasDragButton: true,
    getItems: () => [{ [TOKEN_TYPE]: token.id, 'text/plain': token.number }],
    getAllowedDropOperations: () => ['move'],
  });
  const look = sourceLooks[token.source];

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const action = actionOfKey(event);
    if (action === undefined || !mayDo(action, token)) return;
    event.preventDefault();
    event.stopPropagation();
    void perform(command, action, token);
  }

  return (
    <button
      {...dragProps}
      type="button"
      id={`board-${token.id}`}
      tabIndex={isEntry ? 0 : -1}
      data-board-item="token"
      data-testid={`desk-token-${token.number}`}
      aria-haspopup="dialog"
      onClick={() => show({ kind: 'token', tokenId: token.id, action: null })}
      onKeyDown={onKeyDown}
      className={cx(
        'grid w-full cursor-pointer grid-cols-[5rem_minmax(0,1fr)] items-baseline gap-x-1.5 rounded-small px-1.5 py-[0.2rem] text-start leading-tight hover:bg-sunken',
        token.source === 'emergency' && 'bg-emergency-soft',
        isDragging && 'opacity-40',
        !isOpen(token) && 'text-ink-soft',
      )}
    >
      <TokenNumber className="text-body!">{token.number}</TokenNumber>
      <span className="flex min-w-0 items-baseline gap-1.5">
        <span dir="auto" className="min-w-0 grow truncate text-small font-semibold">
          {token.patientName}
        </span>
        <NeedMark need={token.precedence} />
      </span>
      <span className={cx('flex min-w-0 items-center gap-1 text-[0.72rem] font-semibold', look.text)}>
        <Icon name={look.icon} className="size-3" />
        <span className="truncate">{i18n.t(`common:source.${token.source}`)}</span>
      </span>
      <span className="figures flex min-w-0 flex-wrap items-baseline gap-x-2 text-[0.72rem] text-ink-soft">
        <span
          className={cx(
            'max-w-full truncate rounded-[3px] font-semibold',
            token.status === 'active' && stageLooks[token.stage],
            token.status === 'displaced' && 'text-danger',
          )}
        >
          {standingText(token)}
        </span>
        {wait !== undefined && <span className="ms-auto shrink-0">{shortWaitText(wait, timeZone)}</span>}
      </span>
      {remark !== null && (
        <span
          data-testid={`desk-remark-${token.number}`}
          className="col-span-2 text-[0.72rem] font-semibold text-pretty text-warn"
        >
          {remark}
        </span>
      )}
    </button>
  );
}
