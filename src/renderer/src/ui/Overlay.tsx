import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './cx';
import { IconButton } from './IconButton';

interface Props {
  readonly title: string;
  /** A large heading instead of the plain one. */
  readonly head?: ReactNode;
  readonly closeLabel: string;
  /** `side`: a panel of full height at the end of the line; `top`: where a search belongs. */
  readonly place: 'center' | 'top' | 'side';
  readonly width?: 'narrow' | 'wide' | 'full';
  /** Nothing in it can be pressed: where it is too long, it is scrolled by keys itself. */
  readonly isRead?: boolean;
  readonly testId?: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

const places = {
  center: 'items-center justify-center p-4 pb-[calc(1rem+var(--toast-room,0px))]',
  top: 'items-start justify-center p-4 pt-[8vh] pb-[calc(1rem+var(--toast-room,0px))]',
  side: 'items-stretch justify-end pb-[var(--toast-room,0px)]',
} as const;

const widths = { narrow: 'max-w-xl', wide: 'max-w-3xl', full: 'max-w-6xl' } as const;

/** A dialog over the screen: Escape closes it, and the focus goes back to where it was. */
export function Overlay({
  title,
  head,
  closeLabel,
  place,
  width = 'narrow',
  isRead = false,
  testId,
  children,
  onClose,
}: Props) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={cx('fixed inset-0 z-40 flex animate-fade bg-[rgb(var(--shadow-tone)/0.45)]', places[place])}
    >
      <Modal
        className={cx(
          'flex w-full min-w-0 overflow-clip bg-surface shadow-overlay',
          widths[width],
          place === 'side' ? 'h-full' : 'max-h-full animate-rise overflow-clip rounded-ticket',
        )}
      >
        <Dialog
          {...(testId === undefined ? {} : { 'data-testid': testId })}
          className="flex min-h-0 min-w-0 grow flex-col"
        >
          <header className="flex shrink-0 items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 grow">
              <Heading slot="title" className={head === undefined ? 'text-title font-bold' : 'sr-only'}>
                {title}
              </Heading>
              {head}
            </div>
            <IconButton label={closeLabel} icon="close" onPress={onClose} />
          </header>
          <div
            {...(isRead && { tabIndex: 0, role: 'group', 'aria-label': title })}
            className="scroll-quiet flex min-h-0 grow flex-col gap-3 px-5 pt-1 pb-5"
          >
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
