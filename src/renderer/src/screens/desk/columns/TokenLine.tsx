import { type DragEvent, type KeyboardEvent, memo } from 'react';
import type { TokenId } from '../../../../../shared/model/ids';
import { isOpen, type Stage, type Token } from '../../../../../shared/model/token';
import { sending } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import type { Language } from '../../../i18n/languages';
import { ClaimMark } from '../../../parts/follow-up/ClaimMark';
import { NeedMark } from '../../../parts/need/NeedMark';
import { show, type TokenAction } from '../../../stores/deskView';
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
  /** Only then it shows more than whose it is: the column is long, and the line far from what is in view. */
  readonly isDrawn: boolean;
  /** When it is their turn; null: nothing to say. */
  readonly wait: string | null;
  /** What is still to be paid; null: nothing. */
  readonly due: string | null;
  /** What the rules say of it; null: nothing. */
  readonly remark: string | null;
  /** Whether Tab comes here: one item of all columns has it. */
  readonly isEntry: boolean;
  /** In which its texts are: another one renders it again. */
  readonly language: Language;
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
 * do things at once; it can be dragged to another slot. There are thousands of them: it holds no state and subscribes
 * to nothing, and is rendered again only if what it says changes.
 */
export const TokenLine = memo(function TokenLine(props: Props) {
  const { token, isDrawn, isEntry } = props;
  return (
    <button
      type="button"
      id={`board-${token.id}`}
      tabIndex={isEntry ? 0 : -1}
      data-board-item="token"
      data-testid={`desk-token-${token.number}`}
      aria-haspopup="dialog"
      draggable
      onDragStart={(event) => startDrag(event, token)}
      onDragEnd={(event) => delete event.currentTarget.dataset.dragged}
      onClick={() => show({ kind: 'token', tokenId: token.id, action: null })}
      onKeyDown={(event) => onKey(event, token)}
      className={cx(
        'grid w-full cursor-pointer grid-cols-[5rem_minmax(0,1fr)] items-baseline gap-x-1.5 rounded-small px-1.5 py-[0.2rem] text-start leading-tight hover:bg-sunken data-dragged:opacity-40',
        !isDrawn && 'min-h-[var(--row-height,2.75rem)]',
        token.source === 'emergency' && 'bg-emergency-soft',
        !isOpen(token) && 'text-ink-soft',
      )}
    >
      {isDrawn ? <Content {...props} /> : `${token.number} ${token.patientName}`}
    </button>
  );
});

function Content({ token, wait, due, remark }: Props) {
  const look = sourceLooks[token.source];
  return (
    <>
      <TokenNumber className="text-body!">{token.number}</TokenNumber>
      <span className="flex min-w-0 items-baseline gap-1.5">
        <span dir="auto" className="min-w-0 grow truncate text-small font-semibold">
          {token.patientName}
        </span>
        <NeedMark token={token} />
        <ClaimMark token={token} />
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
        {due !== null && (
          <span data-testid={`desk-due-${token.number}`} className="shrink-0 font-semibold text-warn">
            {i18n.t('payments:toPay', { amount: due })}
          </span>
        )}
        {wait !== null && <span className="ms-auto shrink-0">{wait}</span>}
      </span>
      {remark !== null && (
        <span
          data-testid={`desk-remark-${token.number}`}
          className="col-span-2 text-[0.72rem] font-semibold text-pretty text-warn"
        >
          {remark}
        </span>
      )}
    </>
  );
}

/** The keys have a way of their own: M. */
function startDrag(event: DragEvent<HTMLElement>, token: Token): void {
  if (!mayDo('move', token)) {
    event.preventDefault();
    return;
  }
  const { currentTarget: line, dataTransfer } = event;
  dataTransfer.effectAllowed = 'move';
  dataTransfer.setData(TOKEN_TYPE, token.id);
  dataTransfer.setData('text/plain', token.number);
  // Once the picture that is dragged has been taken of it.
  setTimeout(() => {
    line.dataset.dragged = '';
  });
}

function onKey(event: KeyboardEvent, token: Token): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const action = actionOfKey(event);
  if (action === undefined || !mayDo(action, token)) return;
  event.preventDefault();
  event.stopPropagation();
  void act(action, token);
}

/** To whom something is being done: one thing at a time. */
const busy = new Set<TokenId>();

async function act(action: TokenAction, token: Token): Promise<void> {
  if (busy.has(token.id)) return;
  busy.add(token.id);
  try {
    await perform(sending, action, token);
  } finally {
    busy.delete(token.id);
  }
}
