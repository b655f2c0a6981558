import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanPreviewInput } from '../../../../shared/contract/plan-preview';
import type { PlanPreview } from '../../../../shared/model/plan-preview';
import { Overlay } from '../../ui/Overlay';
import { DialogForm } from '../DialogForm';
import { useLook } from '../useLook';
import { PlanEffects } from './PlanEffects';

interface Props {
  readonly title: string;
  /** Of the button. */
  readonly label: string;
  readonly tone?: 'primary' | 'danger';
  /** What would be done; null: something is still missing. */
  readonly input: PlanPreviewInput | null;
  readonly busy: boolean;
  /** Nothing is typed in it. */
  readonly hasNoFields?: boolean;
  readonly namesDoctors?: boolean;
  readonly testId: string;
  readonly onConfirm: (preview: PlanPreview) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A change of planned days: whom it would move is in view while it is typed, and their number is typed before it is done. */
export function PlanDialog(props: Props) {
  const { t } = useTranslation('day');
  const state = useLook('plans.preview', props.input, '');
  const preview = state.kind === 'known' ? state.preview : null;
  return (
    <Overlay
      title={props.title}
      closeLabel={t('close')}
      place="center"
      testId={props.testId}
      onClose={props.onClose}
    >
      <DialogForm
        label={props.label}
        tone={props.tone ?? 'primary'}
        busy={props.busy}
        isDisabled={preview === null}
        hasNoFields={props.hasNoFields === true}
        reach={{ people: preview?.moved ?? 0 }}
        testId="plan-confirm"
        onConfirm={() => {
          if (preview !== null) props.onConfirm(preview);
        }}
        onClose={props.onClose}
      >
        {props.children}
        <PlanEffects state={state} namesDoctors={props.namesDoctors === true} />
      </DialogForm>
    </Overlay>
  );
}
