import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Closure } from '../../../../../shared/model/absence';
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
  readonly day: ServiceDay;
  readonly onClose: () => void;
}

/** R34: nobody works from … to …: a holiday, or closed for another reason. */
export function CloseDialog({ day, onClose }: Props) {
  const { t } = useTranslation('doctors');
  const [draft, setDraft] = useState(() => wholeDay(day));
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, run } = useCommand();
  const { when, problems } = readWhen(draft);
  const noName = name.trim() === '';

  async function confirm(preview: PlanPreview): Promise<void> {
    setTried(true);
    if (when === null || noName) return;
    const closure = await run('closures.add', { ...when, name: name.trim() });
    if (closure === null) return;
    onClose();
    say(`${i18n.t('doctors:said.closed')} ${sentenceOf(preview)}`, () => void takeBack(closure));
  }

  return (
    <PlanDialog
      title={t('holidays.dialog')}
      label={t('holidays.do')}
      tone="danger"
      input={when === null ? null : { command: 'closures.add', ...when }}
      busy={busy}
      namesDoctors
      testId="close-dialog"
      onConfirm={(preview) => void confirm(preview)}
      onClose={onClose}
    >
      <ReasonField
        label={t('holidays.name')}
        value={name}
        error={tried && noName ? t('holidays.noName') : null}
        usual={[]}
        testId="holiday-name"
        onChange={setName}
      />
      <WhenFields draft={draft} problems={problems} onChange={setDraft} />
    </PlanDialog>
  );
}

async function takeBack({ id: closureId }: Closure): Promise<void> {
  await send('closures.remove', { closureId }, { done: () => i18n.t('doctors:said.closedBack') });
}
