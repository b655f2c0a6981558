import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../../shared/model/person';
import { useCall } from '../../../data/query';
import { useSummaries } from '../../../data/summaries';
import { useCommand } from '../../../data/useCommand';
import { useWho } from '../../../data/who';
import { i18n } from '../../../i18n';
import { Initials } from '../../../parts/people/Initials';
import { roleName } from '../../../parts/people/roleName';
import { Button } from '../../../ui/Button';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';

interface Props {
  readonly persons: readonly Person[];
  readonly onEdit: (person: Person) => void;
}

/** Who works here, then who does not any more. */
export function PersonList({ persons, onEdit }: Props) {
  const { t } = useTranslation('people');
  const { runBare } = useCommand();
  const [leaving, setLeaving] = useState<Person | null>(null);
  const working = persons.filter(({ active }) => active);
  const retired = persons.filter(({ active }) => !active);

  function change(person: Person, active: boolean): void {
    const done = (): string => i18n.t('people:form.saved', { name: person.name });
    void runBare('persons.save', { personId: person.id, active }, { done });
  }

  return (
    <>
      <ul className="flex flex-col divide-y divide-line" data-testid="people-list">
        {working.map((person) => (
          <PersonRow key={person.id} person={person}>
            <Button
              size="small"
              onPress={() => onEdit(person)}
              data-testid={`person-edit-${person.initials}`}
            >
              {t('list.edit')}
            </Button>
            <Button
              size="small"
              tone="quiet"
              onPress={() => setLeaving(person)}
              data-testid={`person-retire-${person.initials}`}
            >
              {t('form.retire')}
            </Button>
          </PersonRow>
        ))}
      </ul>
      {retired.length > 0 && (
        <details data-testid="people-retired">
          <summary className="cursor-pointer font-semibold text-ink-soft">
            {t('list.retired', { count: retired.length })}
          </summary>
          <ul className="mt-1 flex flex-col divide-y divide-line">
            {retired.map((person) => (
              <PersonRow key={person.id} person={person}>
                <Button size="small" onPress={() => change(person, true)}>
                  {t('list.back')}
                </Button>
              </PersonRow>
            ))}
          </ul>
        </details>
      )}
      {leaving !== null && (
        <ConfirmDialog
          title={t('form.retireTitle', { name: leaving.name })}
          text={t('form.retireText')}
          yes={t('form.retireYes')}
          no={t('form.no')}
          onNo={() => setLeaving(null)}
          onYes={() => {
            setLeaving(null);
            change(leaving, false);
          }}
        />
      )}
    </>
  );
}

function PersonRow({ person, children }: { readonly person: Person; readonly children: ReactNode }) {
  const { t } = useTranslation('people');
  const roles = useCall('roles.list', {}).value ?? [];
  const doctor = useSummaries()?.find((one) => one.doctor.id === person.doctorId)?.doctor;
  const isMe = useWho()?.person?.id === person.id;
  const role = roleName(
    t,
    roles.find(({ id }) => id === person.roleId),
  );
  return (
    <li
      className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5"
      data-testid={`person-${person.initials}`}
    >
      <Initials initials={person.initials} size="large" muted={!person.active} />
      <div className="flex min-w-40 grow flex-col">
        <span className="font-semibold">
          <bdi>{person.name}</bdi>
          {isMe && <span className="font-normal text-ink-soft"> · {t('list.you')}</span>}
        </span>
        <span className="text-small text-ink-soft">
          {role}
          {doctor !== undefined && <> · {t('list.ofDoctor', { doctor: doctor.name })}</>}
        </span>
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </li>
  );
}
