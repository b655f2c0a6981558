import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ADMIN } from '../../../../../shared/model/person';
import { useCall } from '../../../data/query';
import { Initials } from '../../../parts/people/Initials';
import { PersonForm } from '../../../parts/people/PersonForm';
import { Button } from '../../../ui/Button';
import { SettingGroup } from '../../../ui/Setting';
import { Splash } from '../../../ui/Splash';
import { StepFrame } from './StepFrame';
import type { StepProps } from './steps';

/**
 * The first administrator, then a second person, each with a PIN typed twice: whoever mistypes the only PIN is locked out.
 * The first is on here at once. One key goes on without anybody.
 */
export function PeopleStep({ settings: _, ...frame }: StepProps) {
  const { t } = useTranslation('setup');
  const persons = useCall('persons.list', {}).value?.filter(({ active }) => active);
  const [addsMore, setAddsMore] = useState(false);
  const [isTyped, setTyped] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  if (persons === undefined) return <Splash />;
  const isFirst = !persons.some(({ roleId }) => roleId === ADMIN);
  const isSecond = !isFirst && persons.length === 1;
  return (
    // Whoever has been typed in is saved before the way goes on.
    <StepFrame
      {...frame}
      onNext={() => (isTyped ? form.current?.querySelector('form')?.requestSubmit() : frame.onNext())}
    >
      {persons.length > 0 && (
        <ul aria-label={t('people.added')} className="flex flex-wrap gap-3">
          {persons.map(({ id, name, initials }) => (
            <li
              key={id}
              data-testid={`setup-person-${initials}`}
              className="flex items-center gap-3 rounded-card border border-line bg-surface py-1.5 ps-2 pe-4"
            >
              <Initials initials={initials} size="large" />
              <bdi className="font-bold">{name}</bdi>
            </li>
          ))}
        </ul>
      )}
      {isFirst || isSecond || addsMore ? (
        <SettingGroup
          title={t(isFirst ? 'people.first' : isSecond ? 'people.second' : 'people.more')}
          text={t(isFirst ? 'people.firstText' : 'people.whoText')}
        >
          <div ref={form} className="contents">
            <PersonForm
              key={persons.length}
              person={null}
              roleId={isFirst || isSecond ? ADMIN : 'reception'}
              repeatsPin
              onTouched={setTyped}
              onDone={() => {
                setTyped(false);
                setAddsMore(false);
              }}
            />
          </div>
        </SettingGroup>
      ) : (
        <Button
          icon="person"
          className="self-start"
          onPress={() => setAddsMore(true)}
          data-testid="setup-person-more"
        >
          {t('people.more')}
        </Button>
      )}
    </StepFrame>
  );
}
