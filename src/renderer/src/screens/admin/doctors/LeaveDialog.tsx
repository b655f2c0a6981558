import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Leave } from '../../../../../shared/model/absence';
import type { Doctor } from '../../../../../shared/model/doctor';
import type { PlanPreview } from '../../../../../shared/model/plan-preview';
import type { ServiceDay } from '../../../../../shared/model/time';
import { send } from '../../../data/command';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { PlanDialog } from '../../../parts/doctors/PlanDialog';
import { sentenceOf } from '../../../parts/doctors/PlanEffects';
import { ReasonField } from '../../../parts/doctors/ReasonField';
import { WhenFields } from '../../../parts/doctors/WhenFields';
import { readWhen, wholeDay } from '../../../parts/doctors/when';
import { say } from '../../../ui/toasts';

interface Props {
  readonly doctor: Doctor;
  readonly day: ServiceDay;
  readonly onClose: () => void;
}

/** R34: the doctor does not come: a day, a part of it, or several. */
export function LeaveDialog({ doctor, day, onClose }: Props) {
  const { t } = useTranslation('doctors');
  const [draft, setDraft] = useState(() => wholeDay(day));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, run } = useCommand();
  const { when, problems } = readWhen(draft);
  const noReason = reason.trim() === '';

  async function confirm(preview: PlanPreview): Promise<void> {
    setTried(true);
    if (when === null || noReason) return;
    const leave = await run('leaves.add', { doctorId: doctor.id, ...when, reason: reason.trim() });
    if (leave === null) return;
    onClose();
    say(`${i18n.t('doctors:said.leave')} ${sentenceOf(preview)}`, () => void takeBack(leave));
  }

  return (
    <PlanDialog
      title={t('leave.title', { name: doctor.name })}
      label={t('leave.do')}
      tone="danger"
      input={when === null ? null : { command: 'leaves.add', doctorId: doctor.id, ...when }}
      busy={busy}
      testId="leave-dialog"
      onConfirm={(preview) => void confirm(preview)}
      onClose={onClose}
    >
      <ReasonField
        label={t('leave.reason')}
        value={reason}
        error={tried && noReason ? t('leave.noReason') : null}
        usual={t('leave.usual').split(', ')}
        testId="leave-reason"
        onChange={setReason}
      />
      <WhenFields draft={draft} problems={problems} onChange={setDraft} />
    </PlanDialog>
  );
}

async function takeBack({ id: leaveId }: Leave): Promise<void> {
  await send('leaves.remove', { leaveId }, { done: () => i18n.t('doctors:said.leaveBack') });
}
