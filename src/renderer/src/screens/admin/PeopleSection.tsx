import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ADMIN, type Person } from '../../../../shared/model/person';
import { useCall } from '../../data/query';
import { PersonForm } from '../../parts/people/PersonForm';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Overlay } from '../../ui/Overlay';
import { SettingGroup } from '../../ui/Setting';
import { Spinner } from '../../ui/Spinner';
import { PersonList } from './people/PersonList';
import { RolesGroup } from './people/RolesGroup';
import { StationsGroup } from './people/StationsGroup';
import type { SectionProps } from './section';

/** Who works here, what they may do, and who is on where. Without anybody in it the clinic works as ever. */
export function PeopleSection({ settings }: SectionProps) {
  const { t } = useTranslation(['people', 'common']);
  const persons = useCall('persons.list', {}).value ?? null;
  const [edited, setEdited] = useState<Person | 'new' | null>(null);
  const close = (): void => setEdited(null);
  if (persons === null) return <Spinner />;
  const admins = persons.filter(({ active, roleId }) => active && roleId === ADMIN);
  const isEmpty = admins.length === 0;
  return (
    <>
      {isEmpty ? (
        <EmptyState icon="users" title={t('list.none')} text={t('list.noneText')}>
          <Button tone="primary" icon="person" onPress={() => setEdited('new')} data-testid="people-first">
            {t('list.first')}
          </Button>
        </EmptyState>
      ) : (
        <>
          {admins.length === 1 && (
            <Alert
              tone="warn"
              title={t('list.oneAdmin')}
              text={t('list.oneAdminText')}
              testId="people-one-admin"
            />
          )}
          <SettingGroup title={t('list.title')} text={t('list.text')}>
            <PersonList persons={persons} onEdit={setEdited} />
            <Button
              tone="primary"
              icon="person"
              className="self-start"
              onPress={() => setEdited('new')}
              data-testid="people-add"
            >
              {t('list.add')}
            </Button>
          </SettingGroup>
          <StationsGroup settings={settings.people} />
          <RolesGroup />
        </>
      )}
      {edited !== null && (
        <Overlay
          title={edited === 'new' ? t('form.newTitle') : t('form.title', { name: edited.name })}
          closeLabel={t('common:dismiss')}
          place="center"
          testId="person-form"
          onClose={close}
        >
          <PersonForm
            person={edited === 'new' ? null : edited}
            roleId={isEmpty ? ADMIN : 'reception'}
            onDone={close}
          />
        </Overlay>
      )}
    </>
  );
}
