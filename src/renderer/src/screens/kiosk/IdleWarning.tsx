import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';

interface Props {
  readonly seconds: number;
  readonly onLeave: () => void;
}

/** Before a visit is wiped. Going on is one tap anywhere: every touch counts as a sign of life. */
export function IdleWarning({ seconds, onLeave }: Props) {
  const { t } = useTranslation('kiosk');
  return (
    <ModalOverlay
      isOpen
      className="fixed inset-0 z-40 flex animate-fade items-center justify-center bg-[rgb(var(--shadow-tone)/0.65)] p-8"
    >
      <Modal className="w-full max-w-[40rem] animate-rise rounded-ticket bg-surface p-8 shadow-overlay">
        <Dialog role="alertdialog" className="flex flex-col items-center gap-5 text-center">
          <span className="signage flex size-28 items-center justify-center rounded-pill bg-signal text-display text-on-signal">
            {seconds}
          </span>
          <Heading slot="title" className="text-headline font-bold">
            {t('idle.title')}
          </Heading>
          <p className="text-lead text-ink-soft">{t('idle.text', { count: seconds })}</p>
          <div className="mt-2 grid w-full gap-4 landscape:grid-cols-2">
            <Button size="touch" onPress={onLeave} data-testid="kiosk-idle-leave">
              {t('startOver')}
            </Button>
            <Button tone="primary" size="touch" autoFocus data-testid="kiosk-idle-stay">
              {t('idle.stay')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
