import type { BookView } from '../../../../shared/model/book-view';
import type { CallListLine } from '../../../../shared/model/call-list';
import type { TokenId } from '../../../../shared/model/ids';
import type { WaitRange } from '../../../../shared/model/wait';
import { assertNever } from '../../../../shared/result';
import { CloseDayDialog } from '../../parts/day/CloseDayDialog';
import { ReopenDialog } from '../../parts/day/ReopenDialog';
import { TellDialog } from '../../parts/day/TellDialog';
import { TimesDialog } from '../../parts/day/TimesDialog';
import { CallThisDialog } from './CallThisDialog';
import { CancelDialog } from './CancelDialog';
import type { Dialog } from './dialog';
import { GiveBackDialog } from './GiveBackDialog';
import { KeysDialog } from './KeysDialog';
import { NeedDialog } from './NeedDialog';
import { NotEmergencyDialog } from './NotEmergencyDialog';
import { TransferDialog } from './TransferDialog';
import { UndoRefusedDialog } from './UndoRefusedDialog';
import type { Actions } from './useActions';
import { WhyDialog } from './WhyDialog';

interface Props {
  readonly dialog: Dialog | null;
  readonly view: BookView;
  readonly waits: ReadonlyMap<TokenId, WaitRange>;
  readonly toTell: readonly CallListLine[];
  readonly actions: Actions;
  readonly timeZone: string;
  /** Another in its place; null: none. */
  readonly onDialog: (dialog: Dialog | null) => void;
}

export function Dialogs({ dialog, view, waits, toTell, actions, timeZone, onDialog }: Props) {
  const onClose = (): void => onDialog(null);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'cancel':
      return <CancelDialog token={dialog.token} actions={actions} onClose={onClose} />;
    case 'call':
      return <CallThisDialog token={dialog.token} actions={actions} onClose={onClose} />;
    case 'transfer':
      return <TransferDialog token={dialog.token} actions={actions} onClose={onClose} />;
    case 'need':
      return <NeedDialog token={dialog.token} actions={actions} onClose={onClose} />;
    case 'notEmergency':
      return <NotEmergencyDialog token={dialog.token} actions={actions} onClose={onClose} />;
    case 'giveBack': {
      const { token } = dialog;
      return (
        <GiveBackDialog
          token={token}
          actions={actions}
          onTransfer={() => onDialog({ kind: 'transfer', token })}
          onClose={onClose}
        />
      );
    }
    case 'why':
      return (
        <WhyDialog
          token={dialog.token}
          view={view}
          wait={waits.get(dialog.token.id)}
          timeZone={timeZone}
          onClose={onClose}
        />
      );
    case 'late':
    case 'break':
    case 'leave':
      return <TimesDialog kind={dialog.kind} view={view} onClose={onClose} />;
    case 'tell':
      return <TellDialog list={toTell} onClose={onClose} />;
    case 'close':
      return <CloseDayDialog doctorId={view.doctor.id} onClose={onClose} />;
    case 'reopen':
      return <ReopenDialog doctorId={view.doctor.id} day={view.serviceDay} onClose={onClose} />;
    case 'keys':
      return <KeysDialog onClose={onClose} />;
    case 'undoRefused':
      return <UndoRefusedDialog refusal={dialog} view={view} actions={actions} onDialog={onDialog} />;
    default:
      return assertNever(dialog);
  }
}
