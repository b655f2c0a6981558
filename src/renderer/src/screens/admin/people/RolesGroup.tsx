import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../../shared/contract';
import { isBuiltInRole } from '../../../../../shared/model/person';
import { useCall } from '../../../data/query';
import { roleName } from '../../../parts/people/roleName';
import { Button } from '../../../ui/Button';
import { Overlay } from '../../../ui/Overlay';
import { SettingGroup } from '../../../ui/Setting';
import { RoleForm } from './RoleForm';

type Role = CallOutput<'roles.list'>[number];

/** What persons may do: the roles that come with the app, and the clinic's own. */
export function RolesGroup() {
  const { t } = useTranslation(['people', 'common']);
  const roles = useCall('roles.list', {}).value ?? [];
  const [edited, setEdited] = useState<Role | 'new' | null>(null);
  const close = (): void => setEdited(null);
  return (
    <SettingGroup title={t('roles.title')} text={t('roles.text')}>
      <ul className="flex flex-col divide-y divide-line" data-testid="roles">
        {roles.map((role) => (
          <li key={role.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-48 grow">
              <bdi className="font-semibold">{roleName(t, role)}</bdi>
              <span className="block text-small text-ink-soft">
                <RoleNote role={role} />
              </span>
            </span>
            <span className="text-small text-ink-soft">{t('roles.count', { count: role.persons })}</span>
            {role.builtIn ? (
              <span className="min-w-32 text-end text-caption whitespace-nowrap text-ink-soft">
                {t('roles.builtIn')}
              </span>
            ) : (
              <Button size="small" onPress={() => setEdited(role)} data-testid={`role-edit-${role.name}`}>
                {t('roles.edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button className="self-start" icon="list" onPress={() => setEdited('new')} data-testid="role-add">
        {t('roles.add')}
      </Button>
      {edited !== null && (
        <Overlay
          title={edited === 'new' ? t('roles.newTitle') : edited.name}
          closeLabel={t('common:dismiss')}
          place="center"
          testId="role-form"
          onClose={close}
        >
          <RoleForm role={edited === 'new' ? null : edited} onDone={close} />
        </Overlay>
      )}
    </SettingGroup>
  );
}

function RoleNote({ role }: { readonly role: Role }) {
  const { t } = useTranslation('people');
  return isBuiltInRole(role.id) ? t(`roleText.${role.id}`) : null;
}
