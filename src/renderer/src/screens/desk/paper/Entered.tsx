import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockText, MINUTE } from '../../../../../shared/model/time';
import type { Token } from '../../../../../shared/model/token';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { TokenNumber } from '../../../ui/TokenNumber';
import { deskChanges } from '../act';

interface Props {
  readonly tokens: readonly Token[];
  readonly timeZoneMidnight: number;
  /** These were taken back. */
  readonly onUndone: (tokens: readonly Token[]) => void;
  readonly onDone: () => void;
}

/** What became of each row, and the way back for all of them. */
export function Entered({ tokens, timeZoneMidnight, onUndone, onDone }: Props) {
  const { t } = useTranslation(['paper', 'common']);
  const command = useCommand();
  const [stayed, setStayed] = useState<readonly Token[]>([]);
  const [shown, setShown] = useState(tokens);

  /** R23: each by itself, the last one first; whom something else has happened to since stays. */
  async function undo(): Promise<void> {
    // Who stays is told below.
    const ways = { refused: () => true };
    await command.together(async ({ run }) => {
      const undone: Token[] = [];
      const kept: Token[] = [];
      for (const token of [...shown].reverse()) {
        const taken = await run('tokens.undo', { tokenId: token.id }, ways);
        if (taken !== null) deskChanges.forget(token.id);
        (taken === null ? kept : undone).unshift(token);
      }
      setStayed(kept);
      setShown(kept);
      if (kept.length === 0) onUndone(undone);
    });
  }

  return (
    <div className="flex flex-col gap-3" data-testid="desk-paper-entered">
      {stayed.length > 0 && (
        <p role="alert" className="flex items-start gap-1.5 font-semibold text-danger">
          <Icon name="warn" className="mt-[0.15em]" />
          <span>{t('stayed', { count: stayed.length })}</span>
        </p>
      )}
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1">
        {shown.map((token) => (
          <li key={token.id} className="flex min-w-0 items-baseline gap-2 border-b border-line py-1">
            <Icon name="check" className="size-4 shrink-0 self-center text-accent" />
            <b className="figures shrink-0">
              <TokenNumber>{token.number}</TokenNumber>
            </b>
            <bdi className="min-w-0 grow truncate">{token.patientName}</bdi>
            <span className="figures shrink-0 text-small text-ink-soft">
              {clockText(Math.round((token.createdAt - timeZoneMidnight) / MINUTE))} · {t(outcomeKey(token))}
            </span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-3">
        <Button icon="return" busy={command.busy} data-testid="desk-paper-undo" onPress={() => void undo()}>
          {t('undo', { count: shown.length })}
        </Button>
        <Button tone="primary" autoFocus data-testid="desk-paper-done" onPress={onDone} shortcut="Enter">
          {t('close')}
        </Button>
      </div>
    </div>
  );
}

function outcomeKey({ status }: Token): 'outcome.waits' | 'outcome.served' | 'outcome.left' {
  if (status === 'served') return 'outcome.served';
  return status === 'cancelled' ? 'outcome.left' : 'outcome.waits';
}
