import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before something that cannot be taken back. The safe answer has the focus. */
export function ConfirmDialog({ title, text, yes, no, onYes, onNo }: Props) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onNo();
      }}
      className="fixed inset-0 z-40 flex animate-fade items-center justify-center bg-[rgb(var(--shadow-tone)/0.55)] p-6 pb-[calc(1.5rem+var(--toast-room,0px))]"
    >
      <Modal className="w-full max-w-md animate-rise rounded-ticket bg-surface p-6 shadow-overlay">
        <Dialog role="alertdialog" className="flex flex-col gap-3">
          <Heading slot="title" className="text-title font-bold">
            {title}
          </Heading>
          <p className="text-pretty text-ink-soft">{text}</p>
          <div className="mt-3 flex flex-wrap justify-end gap-3">
            <Button onPress={onNo} autoFocus>
              {no}
            </Button>
            <Button tone="danger" onPress={onYes} data-testid="dialog-confirm">
              {yes}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
