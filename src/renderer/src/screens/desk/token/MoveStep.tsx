import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundToken } from '../../../../../shared/model/desk';
import type { SlotId } from '../../../../../shared/model/ids';
import type { SlotView } from '../../../../../shared/model/view';
import { call } from '../../../api/client';
import { i18n } from '../../../i18n';
import { slotText } from '../../../i18n/format';
import { RadioRows } from '../../../ui/RadioRows';
import { act } from '../act';
import { ConfirmStep } from '../ConfirmStep';
import { useBookOf } from './useBookOf';

interface Props {
  readonly found: FoundToken;
  /** The slot it was dropped on. */
  readonly startAt: SlotId | null;
}

/** R8: to another slot of the same doctor; the arrow keys choose, and what would happen stands below. */
export function MoveStep({ found, startAt }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const { token } = found;
  const book = useBookOf(token.doctorId, token.serviceDay);
  const own = token.status === 'active' ? token.slotId : null;
  const slots = (book?.slots ?? []).filter(
    ({ id, phase }) => id !== own && (phase === 'upcoming' || phase === 'running'),
  );
  const [chosen, setChosen] = useState<string | null>(startAt);
  const slot = slots.find(({ id }) => id === chosen) ?? (startAt === null ? firstOf(slots) : undefined);
  if (book === undefined) return <p>{t('common:loading')}</p>;
  if (slots.length === 0) return <p className="font-semibold">{t('move.nowhere')}</p>;

  return (
    <ConfirmStep
      key={slots.length}
      preview={slot === undefined ? null : { command: 'move', tokenId: token.id, slotId: slot.id }}
      revision={book.revision}
      showsPlace
      label={slot === undefined ? t('action.move') : t('move.to', { slot: slotText(slot) })}
      isDisabled={slot === undefined}
      onConfirm={async () =>
        slot !== undefined &&
        (await act(
          () => call('tokens.move', { tokenId: token.id, slotId: slot.id, requestId: crypto.randomUUID() }),
          ({ number }) => i18n.t('desk:said.moved', { number, slot: slotText(slot) }),
        ))
      }
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
    </ConfirmStep>
  );
}

/** The running one takes few: it is no good guess. */
function firstOf(slots: readonly SlotView[]): SlotView | undefined {
  return slots.find(({ phase }) => phase === 'upcoming') ?? slots[0];
}

function seatsText({ free, used, capacity }: SlotView): string {
  return free > 0 ? i18n.t('desk:issue.slotFree', { count: free }) : `${used}/${capacity}`;
}
