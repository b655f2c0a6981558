import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TokenId } from '../../../../shared/model/ids';
import type { Token } from '../../../../shared/model/token';
import type { WaitRange } from '../../../../shared/model/wait';
import { useTimeZone } from '../../data/status';
import { waitText } from '../../i18n/waits';
import { NeedMark } from '../../parts/need/NeedMark';
import { SourceBadge } from '../../ui/Badges';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { IconButton } from '../../ui/IconButton';
import { TokenNumber } from '../../ui/TokenNumber';

export type RowAction = 'call' | 'checkIn' | 'noShow' | 'cancel' | 'reinstate';

interface Props {
  readonly token: Token;
  /** One sentence: why here, or since when. */
  readonly line: string;
  readonly tools: RowTools;
  readonly can: readonly RowAction[];
  /** 1 for the head of the line; the first five are numbered. */
  readonly place?: number;
  readonly wait?: WaitRange | undefined;
  readonly badge?: ReactNode;
  /** With another doctor now: call next passes over. */
  readonly away?: boolean;
}

/** What a row may ask for, and which of them is marked. */
export interface RowTools {
  readonly busy: boolean;
  readonly marked: TokenId | null;
  readonly onMark: (tokenId: TokenId) => void;
  readonly onAction: (action: RowAction, token: Token) => void;
}

/** One token in a list: number, name, kind, the reason, and what can be done. */
export function TokenRow({ token, line, tools, can, place, wait, badge, away = false }: Props) {
  const { number } = token;
  const timeZone = useTimeZone();
  const first = place === 1;
  const marked = tools.marked === token.id;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (marked) row.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    // The keyboard marks rows with the arrow keys, for the whole window.
    <li
      ref={row}
      data-testid={`doctor-row-${number}`}
      data-away={away ? 'true' : undefined}
      aria-current={marked ? 'true' : undefined}
      onPointerDown={() => tools.onMark(token.id)}
      className={cx(
        'group flex items-center gap-2.5 border-t border-line px-3 py-1.5 first:border-t-0',
        first && !away && 'bg-accent-soft',
        away && 'bg-sunken',
        marked && 'outline-3 -outline-offset-3 outline-focus',
        token.source === 'emergency' &&
          'shadow-[inset_4px_0_0_var(--bar-overflow)] rtl:shadow-[inset_-4px_0_0_var(--bar-overflow)]',
      )}
    >
      {place !== undefined && (
        <span className="signage w-5 shrink-0 text-center text-lead text-ink-faint">{place}</span>
      )}
      <div className="flex w-[6.4rem] shrink-0 flex-col items-start gap-0.5">
        <TokenNumber className="leading-tight">{number}</TokenNumber>
        {badge ?? <SourceBadge source={token.source} />}
      </div>
      <div className="min-w-0 grow">
        <p className={cx('flex items-baseline gap-2 font-semibold', away && 'text-ink-soft')}>
          <span dir="auto" title={token.patientName} className="min-w-0 truncate">
            {token.patientName}
          </span>
          <NeedMark need={token.precedence} />
        </p>
        <p
          className={cx('text-caption text-pretty', first && !away ? 'text-on-accent-soft' : 'text-ink-soft')}
        >
          {line}
          {wait !== undefined && (
            <>
              {' · '}
              <span className="inline-block font-semibold">{waitText(wait, timeZone)}</span>
            </>
          )}
        </p>
      </div>
      <div className="flex shrink-0 items-center gap-0.5">
        {can.map((action) => (
          <RowButton key={action} action={action} token={token} tools={tools} />
        ))}
      </div>
    </li>
  );
}

interface RowButtonProps {
  readonly action: RowAction;
  readonly token: Token;
  readonly tools: RowTools;
}

function RowButton({ action, token, tools }: RowButtonProps) {
  const { t } = useTranslation(['doctor', 'common']);
  const { number } = token;
  const off = tools.busy;
  const act = (): void => tools.onAction(action, token);
  switch (action) {
    case 'call':
      return (
        <IconButton
          label={t('callThis', { number })}
          icon="bell"
          isDisabled={off}
          onPress={act}
          data-testid={`row-${number}-call`}
        />
      );
    case 'checkIn':
      return (
        <Button
          size="small"
          aria-label={t('checkInThis', { number })}
          isDisabled={off}
          onPress={act}
          data-testid={`row-${number}-check-in`}
        >
          {t('checkIn')}
        </Button>
      );
    case 'noShow':
      return (
        <IconButton
          label={t('noShowThis', { number })}
          icon="absent"
          isDisabled={off}
          onPress={act}
          data-testid={`row-${number}-no-show`}
        />
      );
    case 'cancel':
      return (
        <IconButton
          label={t('cancelThis', { number })}
          icon="close"
          tone="danger"
          isDisabled={off}
          onPress={act}
          data-testid={`row-${number}-cancel`}
        />
      );
    case 'reinstate':
      return (
        <Button
          size="small"
          icon="return"
          aria-label={t('reinstateThis', { number })}
          isDisabled={off}
          onPress={act}
          data-testid={`row-${number}-reinstate`}
        >
          {t('reinstate')}
        </Button>
      );
  }
}
