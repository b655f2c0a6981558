import { useTranslation } from 'react-i18next';
import type { PlanPreviewInput } from '../../../../../shared/contract/plan-preview';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { PlanDialog } from '../../../parts/doctors/PlanDialog';

/** What may be taken back of a planned day. */
export type TakeBack = Extract<
  PlanPreviewInput,
  { command: 'leaves.remove' | 'oneOffs.remove' | 'closures.remove' }
> & {
  /** In words: why it was, or when. */
  readonly what: string;
};

interface Props {
  readonly taken: TakeBack;
  readonly onClose: () => void;
}

/** R34: whoever lost a seat gets it again, where it is still to be had. */
export function TakeBackDialog({ taken, onClose }: Props) {
  const { t } = useTranslation('doctors');
  const { busy, run } = useCommand();
  const { what, ...input } = taken;
  const kind = kinds[input.command];

  function confirm(): void {
    const done = (): string => i18n.t(`doctors:said.${saids[kind]}`);
    if (input.command === 'leaves.remove') {
      void run(input.command, { leaveId: input.leaveId }, { done, after: onClose });
    } else if (input.command === 'oneOffs.remove') {
      void run(input.command, { oneOffId: input.oneOffId }, { done, after: onClose });
    } else {
      void run(input.command, { closureId: input.closureId }, { done, after: onClose });
    }
  }

  return (
    <PlanDialog
      title={t(`takeBack.${kind}`, { what })}
      label={t(`takeBack.${kind}Do`)}
      tone={kind === 'session' ? 'danger' : 'primary'}
      input={input}
      busy={busy}
      hasNoFields
      namesDoctors={kind === 'closure'}
      testId="take-back-dialog"
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}

const kinds = {
  'leaves.remove': 'leave',
  'oneOffs.remove': 'session',
  'closures.remove': 'closure',
} as const;
const saids = { leave: 'leaveBack', session: 'sessionBack', closure: 'closedBack' } as const;
