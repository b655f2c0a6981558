import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TokenId } from '../../../../shared/model/ids';
import type { Token } from '../../../../shared/model/token';
import { ClaimMark } from '../../parts/follow-up/ClaimMark';
import { NeedMark } from '../../parts/need/NeedMark';
import { SourceBadge, StageBadge } from '../../ui/Badges';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { IconButton } from '../../ui/IconButton';
import { TokenNumber } from '../../ui/TokenNumber';

export type RowAction = 'call' | 'checkIn' | 'noShow' | 'cancel' | 'reinstate';

interface Props {
  readonly token: Token;
  /** Only then it shows more than whose it is: the list is long, and the row far from what is in view. */
  readonly isDrawn: boolean;
  /** One sentence: why here, or since when. */
  readonly line: string;
  readonly tools: RowTools;
  readonly isMarked: boolean;
  readonly can: readonly RowAction[];
  /** 1 for the head of the line; the first five are numbered. */
  readonly place?: number;
  /** How long they will wait. */
  readonly wait?: string | null;
  /** Stepped back: said in place of the kind of visit. */
  readonly isHeld?: boolean;
  /** With another doctor now: call next passes over. */
  readonly away?: boolean;
}

/** What a row may ask for. */
export interface RowTools {
  readonly onMark: (tokenId: TokenId) => void;
  readonly onAction: (action: RowAction, token: Token) => void;
}

/** One token in a list: number, name, kind, the reason, and what can be done. Rendered again only if that changes. */
export const TokenRow = memo(function TokenRow(props: Props) {
  const { token, isDrawn, isMarked, tools, place, away = false } = props;
  const row = useRef<HTMLLIElement>(null);
  // Once more when it is drawn: rows above it were drawn with it, and may be higher now.
  const marked = isMarked ? isDrawn : null;
  useEffect(() => {
    if (marked !== null) row.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    // The keyboard marks rows with the arrow keys, for the whole window.
    <li
      ref={row}
      data-testid={`doctor-row-${token.number}`}
      data-away={away ? 'true' : undefined}
      aria-current={isMarked ? 'true' : undefined}
      onPointerDown={() => tools.onMark(token.id)}
      className={cx(
        'group flex items-center gap-2.5 border-t border-line px-3 py-1.5 first:border-t-0',
        place === 1 && !away && 'bg-accent-soft',
        away && 'bg-sunken',
        !isDrawn && 'min-h-[var(--row-height,3.6rem)]',
        isMarked && 'outline-3 -outline-offset-3 outline-focus',
        token.source === 'emergency' &&
          'shadow-[inset_4px_0_0_var(--bar-overflow)] rtl:shadow-[inset_-4px_0_0_var(--bar-overflow)]',
      )}
    >
      {isDrawn ? <Content {...props} away={away} /> : <Outline token={token} />}
    </li>
  );
});

/** Whose it is. */
function Outline({ token }: Pick<Props, 'token'>) {
  return (
    <p>
      {token.number} <bdi>{token.patientName}</bdi>
    </p>
  );
}

function Content({ token, line, tools, can, place, wait = null, isHeld = false, away }: Props) {
  const first = place === 1;
  return (
    <>
      {place !== undefined && (
        <span className="signage min-w-5 shrink-0 text-center text-lead text-ink-faint">{place}</span>
      )}
      <div className="flex w-[6.4rem] shrink-0 flex-col items-start gap-0.5">
        <TokenNumber className="leading-tight">{token.number}</TokenNumber>
        {isHeld ? <StageBadge stage="on_hold" /> : <SourceBadge source={token.source} />}
      </div>
      <div className="min-w-0 grow">
        <p className={cx('flex items-baseline gap-2 font-semibold', away && 'text-ink-soft')}>
          <span dir="auto" title={token.patientName} className="min-w-0 truncate">
            {token.patientName}
          </span>
          <NeedMark token={token} />
          <ClaimMark token={token} />
        </p>
        <p
          className={cx('text-caption text-pretty', first && !away ? 'text-on-accent-soft' : 'text-ink-soft')}
        >
          {line}
          {wait !== null && (
            <>
              {' · '}
              <span className="inline-block font-semibold">{wait}</span>
            </>
          )}
        </p>
      </div>
      <div className="flex shrink-0 items-center gap-0.5">
        {can.map((action) => (
          <RowButton key={action} action={action} token={token} tools={tools} />
        ))}
      </div>
    </>
  );
}

interface RowButtonProps {
  readonly action: RowAction;
  readonly token: Token;
  readonly tools: RowTools;
}

const RowButton = memo(function RowButton({ action, token, tools }: RowButtonProps) {
  const { t } = useTranslation(['doctor', 'common']);
  const { number } = token;
  const act = (): void => tools.onAction(action, token);
  switch (action) {
    case 'call':
      return (
        <IconButton
          label={t('callThis', { number })}
          icon="bell"
          onPress={act}
          data-testid={`row-${number}-call`}
        />
      );
    case 'checkIn':
      return (
        <Button
          size="small"
          aria-label={t('checkInThis', { number })}
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
          onPress={act}
          data-testid={`row-${number}-reinstate`}
        >
          {t('reinstate')}
        </Button>
      );
  }
});
