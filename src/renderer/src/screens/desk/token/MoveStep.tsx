import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundToken } from '../../../../../shared/model/found-token';
import { type SlotId, slotIdSchema, type TokenId } from '../../../../../shared/model/ids';
import type { SlotView } from '../../../../../shared/model/slot';
import { call } from '../../../api/client';
import { useBook } from '../../../data/books';
import { i18n } from '../../../i18n';
import { slotText } from '../../../i18n/format';
import { show } from '../../../stores/deskView';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { RadioRows } from '../../../ui/RadioRows';
import { onToken } from '../act';
import { ConfirmStep } from '../ConfirmStep';
import { mayDo } from './actions';

interface Props {
  readonly found: FoundToken;
  /** The slot it was dropped on. */
  readonly startAt: SlotId | null;
}

/** R8: to another slot of the same doctor; the arrow keys choose, and what would happen stands below. */
export function MoveStep({ found, startAt }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const { token } = found;
  const book = useBook(token.doctorId, token.serviceDay).value;
  const own = token.status === 'active' ? token.slotId : null;
  const slots = (book?.slots ?? []).filter(
    ({ id, phase }) => id !== own && (phase === 'upcoming' || phase === 'running'),
  );
  const [chosen, setChosen] = useState<string | null>(startAt);
  const works = useFirstThatWorks(token.id, startAt === null ? slots : none);
  const slot = slots.find(({ id }) => id === (chosen ?? works));
  if (book === undefined) return <p>{t('common:loading')}</p>;
  const otherDay = mayDo('moveToDay', token) && (
    <Button
      icon="calendar"
      className="self-start"
      onPress={() => show({ kind: 'token', tokenId: token.id, action: 'moveToDay' })}
      data-testid="desk-move-other-day"
    >
      {t('action.moveToDay')}
    </Button>
  );
  if (slots.length === 0) {
    return (
      <>
        <p className="font-semibold">{t('move.nowhere')}</p>
        {otherDay}
      </>
    );
  }

  return (
    <ConfirmStep
      key={slots.length}
      preview={slot === undefined ? null : { command: 'tokens.move', tokenId: token.id, slotId: slot.id }}
      revision={book.revision}
      showsPlace
      label={slot === undefined ? t('action.move') : t('move.to', { slot: slotText(slot) })}
      isDisabled={slot === undefined}
      onConfirm={async ({ run }) => {
        if (slot === undefined) return false;
        const ways = onToken(({ number }) => i18n.t('desk:said.moved', { number, slot: slotText(slot) }));
        return (await run('tokens.move', { tokenId: token.id, slotId: slot.id }, ways)) !== null;
      }}
    >
      <RadioRows
        label={t('move.choose')}
        autoFocus
        value={slot?.id ?? null}
        onChange={setChosen}
        rows={slots.map((one) => ({
          key: one.id,
          text: slotText(one),
          note: seatsText(one),
          testId: `desk-move-${one.startMinute / 60}`,
        }))}
      />
      {chosen === null && works === null && (
        <Alert tone="warn" title={t('move.full')} testId="desk-move-full" />
      )}
      {otherDay}
    </ConfirmStep>
  );
}

const none: readonly SlotView[] = [];

/**
 * The first slot the token may be moved to: one to come with a free seat; where none has, whichever the rules allow,
 * asked of main one after the other; null: none; undefined: not known yet.
 */
function useFirstThatWorks(tokenId: TokenId, slots: readonly SlotView[]): SlotId | null | undefined {
  const [found, setFound] = useState<{ of: string; id: SlotId | null } | null>(null);
  const free = slots.find((slot) => slot.phase === 'upcoming' && slot.free > 0);
  // The running one takes few: last.
  const ids = [...slots].sort((a, b) => Number(a.phase === 'running') - Number(b.phase === 'running'));
  const question = free === undefined ? ids.map(({ id }) => id).join(' ') : '';
  useEffect(() => {
    if (question === '') return;
    let current = true;
    void firstAllowed(tokenId, question.split(' ')).then((id) => {
      if (current) setFound({ of: question, id });
    });
    return () => {
      current = false;
    };
  }, [tokenId, question]);
  return free?.id ?? (found?.of === question ? found.id : undefined);
}

async function firstAllowed(tokenId: TokenId, ids: readonly string[]): Promise<SlotId | null> {
  for (const id of ids) {
    const slotId = slotIdSchema.parse(id);
    const answer = await call('commands.preview', { command: 'tokens.move', tokenId, slotId });
    if (answer.ok) return slotId;
  }
  return null;
}

function seatsText({ free, used, capacity }: SlotView): string {
  return free > 0 ? i18n.t('desk:issue.slotFree', { count: free }) : `${used}/${capacity}`;
}
