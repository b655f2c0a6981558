import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorId } from '../../../../../shared/model/ids';
import type { SlotView } from '../../../../../shared/model/slot';
import { i18n } from '../../../i18n';
import { slotText } from '../../../i18n/format';
import { changeDraft, useDraft } from '../../../stores/deskDraft';
import { Key } from '../../../ui/Key';
import { SelectField } from '../../../ui/SelectField';

const FIRST_FREE = 'first';

interface Props {
  /** Whom the choice means now; null: nobody. */
  readonly doctorId: DoctorId | null;
  /** Of that doctor; undefined: not known yet. */
  readonly slots: readonly SlotView[] | undefined;
  readonly onClosed: () => void;
}

/** The first free slot, or one that was asked for (R8); a full one is allowed: emergencies find room, others wait for it. */
export const SlotField = memo(function SlotField({ doctorId, slots, onClosed }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const chosen = useDraft((draft) => draft.slotId);
  const open = slots?.filter(({ phase }) => phase === 'upcoming' || phase === 'running') ?? [];
  return (
    <SelectField
      label={t('issue.slot')}
      hint={<Key>Alt S</Key>}
      testId="desk-slot"
      buttonId="desk-slot"
      onClosed={onClosed}
      isDisabled={open.length === 0}
      value={open.find(({ id }) => id === chosen)?.id ?? FIRST_FREE}
      choices={[
        { key: FIRST_FREE, text: t('issue.firstFree') },
        ...open.map((slot) => ({ key: slot.id, text: slotText(slot), note: roomText(slot) })),
      ]}
      onChange={(key) => {
        const slot = open.find(({ id }) => id === key);
        if (slot === undefined || doctorId === null) changeDraft({ slotId: null });
        // The slot is one doctor's, so "whoever is soonest" ends here.
        else holdTo(doctorId, slot);
      }}
    />
  );
});

function holdTo(doctorId: DoctorId, { id }: SlotView): void {
  const { usual } = useDraft.getState();
  changeDraft(usual?.doctorId === doctorId ? { slotId: id } : { doctor: doctorId, slotId: id });
}

function roomText({ free, phase }: SlotView): string {
  if (phase === 'running') return i18n.t('desk:issue.slotRunning', { free });
  return free > 0 ? i18n.t('desk:issue.slotFree', { count: free }) : i18n.t('desk:issue.slotFull');
}
