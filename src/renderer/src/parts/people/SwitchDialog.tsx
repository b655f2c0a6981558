import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../shared/model/person';
import { useCommand } from '../../data/useCommand';
import { Button } from '../../ui/Button';
import { Overlay } from '../../ui/Overlay';
import { Initials } from './Initials';
import { OwnPinForm } from './OwnPinForm';
import { SignInForm } from './SignInForm';

interface Props {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Who is on, and who takes over: initials, PIN, Enter. */
export function SwitchDialog({ person, onClose }: Props) {
  const { t } = useTranslation(['people', 'common']);
  const { busy, runBare } = useCommand();
  const [isChangingPin, setChangingPin] = useState(false);
  return (
    <Overlay
      title={t('switch.title')}
      closeLabel={t('common:dismiss')}
      place="center"
      testId="person-dialog"
      onClose={onClose}
    >
      <div className="flex flex-wrap items-center gap-3 rounded-card bg-sunken p-3">
        <Initials initials={person.initials} size="large" />
        <p className="min-w-0 grow basis-40">
          <span className="block text-small text-ink-soft">{t('on')}</span>
          <bdi className="block truncate font-bold">{person.name}</bdi>
        </p>
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            isDisabled={busy}
            onPress={() => setChangingPin(true)}
            data-testid="person-change-pin"
          >
            {t('switch.changePin')}
          </Button>
          <Button
            size="small"
            isDisabled={busy}
            onPress={() => void runBare('persons.lock', {}, { after: onClose })}
            data-testid="person-lock"
          >
            {t('switch.lock')}
          </Button>
          <Button
            size="small"
            isDisabled={busy}
            onPress={() => void runBare('persons.signOut', {}, { after: onClose })}
            data-testid="person-sign-out"
          >
            {t('switch.signOut')}
          </Button>
        </div>
      </div>
      {isChangingPin ? (
        <OwnPinForm onDone={onClose} />
      ) : (
        <>
          <h3 className="mt-1 font-bold">{t('switch.other')}</h3>
          <SignInForm expected={null} onDone={onClose} />
        </>
      )}
    </Overlay>
  );
}
