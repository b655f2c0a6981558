import { type ReactNode, useEffect, useState } from 'react';
import type { PreviewInput } from '../../../../shared/contract/preview';
import type { Preview } from '../../../../shared/model/preview';
import { type Sending, useCommand } from '../../data/useCommand';
import { DialogForm } from '../../parts/DialogForm';
import { usePreview } from '../../parts/usePreview';
import { closeOverlay, closeWhenDone } from '../../stores/deskView';
import { PreviewOutcome } from './PreviewOutcome';

interface Props {
  /** What is about to be done; null: nothing yet, or nothing that could be looked at first. */
  readonly preview: PreviewInput | null;
  readonly revision: number;
  /** Whether the token itself gets another place. */
  readonly showsPlace?: boolean;
  /** The day of that place, where it is another. */
  readonly day?: string | null;
  readonly label: string;
  readonly tone?: 'primary' | 'danger';
  readonly isDisabled?: boolean;
  /** There is nothing to choose or type before it: the way back has the focus, and Ctrl+Enter does it. */
  readonly hasNoFields?: boolean;
  /** Who loses a seat by it is counted, and the count typed first. */
  readonly countsPeople?: boolean;
  /** Does it; answers whether it worked. Then the overlay closes. */
  readonly onConfirm: (sending: Sending) => Promise<boolean>;
  readonly children?: ReactNode;
}

/**
 * Looks first, then does it: Enter anywhere in it confirms what is shown. An Enter that came before the look is kept
 * if nobody else would move, else it has to be pressed again with their names in view.
 */
export function ConfirmStep(props: Props) {
  const { preview, revision, onConfirm } = props;
  const command = useCommand();
  const state = usePreview(preview, revision, 0);
  const [early, setEarly] = useState(false);
  const moved = state.kind === 'known' ? state.preview.moved : [];

  async function confirm(): Promise<void> {
    await closeWhenDone(onConfirm(command));
  }

  function press(): void {
    if (state.kind === 'asking') setEarly(true);
    else void confirm();
  }

  useEffect(() => {
    if (!early || state.kind === 'asking') return;
    setEarly(false);
    if (state.kind === 'known' && state.preview.moved.length === 0) void confirm();
  });

  return (
    <DialogForm
      label={props.label}
      tone={props.tone ?? 'primary'}
      busy={command.busy}
      isDisabled={props.isDisabled === true || state.kind === 'refused'}
      hasNoFields={props.hasNoFields ?? false}
      reach={{ people: props.countsPeople === true ? losers(moved) : 0 }}
      testId="desk-confirm"
      onConfirm={press}
      onClose={closeOverlay}
    >
      {props.children}
      <PreviewOutcome state={state} showsPlace={props.showsPlace ?? false} day={props.day ?? null} />
    </DialogForm>
  );
}

/** Who had a seat and would have none, or another. */
function losers(moved: Preview['moved']): number {
  return moved.filter(({ from }) => from !== null).length;
}
