import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Token } from '../../../../shared/model/token';
import { SourceBadge } from '../../ui/Badges';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { IconButton } from '../../ui/IconButton';
import { TokenNumber } from '../../ui/TokenNumber';
import type { Actions } from './useActions';

export type RowAction = 'call' | 'checkIn' | 'noShow' | 'cancel' | 'reinstate';

interface Props {
  readonly token: Token;
  /** One sentence: why here, or since when. */
  readonly line: string;
  readonly actions: Actions;
  readonly can: readonly RowAction[];
  /** The head of the line. */
  readonly first?: boolean;
  readonly badge?: ReactNode;
}

/** One token in a list: number, name, kind, the reason, and what can be done. */
export function TokenRow({ token, line, actions, can, first = false, badge }: Props) {
  const { number } = token;
  return (
    <li
      data-testid={`doctor-row-${number}`}
      className={cx(
        'group flex items-center gap-3 border-t border-line px-4 py-2 first:border-t-0',
        first && 'bg-accent-soft',
        token.source === 'emergency' &&
          'shadow-[inset_4px_0_0_var(--bar-overflow)] rtl:shadow-[inset_-4px_0_0_var(--bar-overflow)]',
      )}
    >
      <div className="flex w-[6.7rem] shrink-0 flex-col items-start gap-0.5">
        <TokenNumber className="leading-tight">{number}</TokenNumber>
        {badge ?? <SourceBadge source={token.source} />}
      </div>
      <div className="min-w-0 grow">
        <p dir="auto" title={token.patientName} className="truncate font-semibold">
          {token.patientName}
        </p>
        <p className={cx('text-caption text-pretty', first ? 'text-on-accent-soft' : 'text-ink-soft')}>
          {line}
        </p>
      </div>
      <div className="flex shrink-0 items-center gap-0.5">
        {can.map((action) => (
          <RowButton key={action} action={action} token={token} actions={actions} />
        ))}
      </div>
    </li>
  );
}

interface RowButtonProps {
  readonly action: RowAction;
  readonly token: Token;
  readonly actions: Actions;
}

function RowButton({ action, token, actions }: RowButtonProps) {
  const { t } = useTranslation(['doctor', 'common']);
  const { number } = token;
  const off = actions.busy;
  switch (action) {
    case 'call':
      return (
        <IconButton
          label={t('callThis', { number })}
          icon="bell"
          isDisabled={off}
          onPress={() => actions.call(token)}
          data-testid={`row-${number}-call`}
        />
      );
    case 'checkIn':
      return (
        <Button
          size="small"
          aria-label={t('checkInThis', { number })}
          isDisabled={off}
          onPress={() => actions.checkIn(token)}
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
          onPress={() => actions.noShow(token)}
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
          onPress={() => actions.askCancel(token)}
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
          onPress={() => actions.reinstate(token)}
          data-testid={`row-${number}-reinstate`}
        >
          {t('reinstate')}
        </Button>
      );
  }
}
