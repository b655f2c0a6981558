import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { WhoIsOn } from '../../../../shared/model/person';
import { useStatus } from '../../data/status';
import { Icon } from '../../ui/Icon';
import { SignInForm } from './SignInForm';

/** Lies over everything while nobody is on: main answers nothing to the page behind it. */
export function SignInCover({ who }: { readonly who: WhoIsOn }) {
  const { t } = useTranslation('people');
  const clinicName = useStatus()?.clinicName ?? '';
  const { lockedBy } = who;
  return (
    <ModalOverlay
      isOpen
      isKeyboardDismissDisabled
      className="fixed inset-0 z-[60] flex items-center justify-center overflow-y-auto bg-ticket p-4"
    >
      <Modal className="w-full max-w-2xl rounded-ticket bg-surface shadow-overlay">
        <Dialog data-testid="signin-cover" className="flex flex-col gap-5 p-6">
          <header className="flex items-center gap-3">
            <Icon name="person" className="size-9 text-accent" />
            <div className="min-w-0">
              <Heading slot="title" className="text-title font-bold">
                {lockedBy === null ? t('cover.title') : t('cover.locked', { name: lockedBy.name })}
              </Heading>
              <p className="text-ink-soft">
                {lockedBy === null ? <bdi>{clinicName}</bdi> : t('cover.lockedText')}
              </p>
            </div>
          </header>
          <SignInForm key={lockedBy?.id ?? 'nobody'} expected={lockedBy?.initials ?? null} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
