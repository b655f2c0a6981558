import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallGroup, callGroups, groupOf } from '../../../../../shared/contract/call-groups';
import { type PersonRole, personRoleSchema } from '../../../../../shared/model/person';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { SettingSwitch } from '../../../ui/Setting';

interface Props {
  /** Null: a new one. */
  readonly role: PersonRole | null;
  readonly onDone: () => void;
}

const callsIn = (group: CallGroup): readonly string[] =>
  Object.entries(groupOf).flatMap(([name, one]) => (one === group ? [name] : []));

/** A role of the clinic's own: a name, and what it allows, in words. */
export function RoleForm({ role, onDone }: Props) {
  const { t } = useTranslation('people');
  const [name, setName] = useState(role?.name ?? '');
  const [calls, setCalls] = useState<readonly string[]>(role?.calls ?? callsIn('look'));
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, run } = useCommand();

  function change(group: CallGroup, isOn: boolean): void {
    const others = calls.filter((one) => !callsIn(group).includes(one));
    setCalls(isOn ? [...others, ...callsIn(group)] : others);
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!personRoleSchema.shape.name.safeParse(name).success) return setProblem(t('roles.nameProblem'));
    const roleId = role === null ? {} : { roleId: role.id };
    const known = calls.filter((one) => Object.hasOwn(groupOf, one));
    await run(
      'roles.save',
      { ...roleId, name, calls: known },
      {
        done: () => i18n.t('people:roles.saved'),
        after: onDone,
        refused: ({ details }) => {
          if (details?.field !== 'name') return false;
          setProblem(t('roles.nameTaken'));
          return true;
        },
      },
    );
  }

  async function remove(): Promise<void> {
    if (role === null) return;
    await run(
      'roles.remove',
      { roleId: role.id },
      {
        done: () => i18n.t('people:roles.removed'),
        after: onDone,
        refused: ({ code }) => {
          if (code !== 'CONFLICT') return false;
          setProblem(t('roles.inUse'));
          return true;
        },
      },
    );
  }

  return (
    <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
      <FieldFrame label={t('roles.name')} error={problem} errorTestId="role-name-error">
        {(ids) => (
          <input
            {...ids}
            data-testid="role-name"
            dir="auto"
            maxLength={40}
            value={name}
            className={fieldLook}
            onChange={(event) => {
              setName(event.currentTarget.value);
              setProblem(null);
            }}
          />
        )}
      </FieldFrame>
      <fieldset className="flex flex-col gap-2.5">
        <legend className="mb-2 text-small font-semibold text-ink-soft">{t('roles.may')}</legend>
        {callGroups.map((group) => {
          const all = callsIn(group);
          const has = all.filter((one) => calls.includes(one)).length;
          return (
            <SettingSwitch
              key={group}
              label={t(`group.${group}`)}
              {...(has > 0 && has < all.length ? { text: t('roles.partly') } : {})}
              value={has > 0}
              testId={`role-may-${group}`}
              onChange={(isOn) => change(group, isOn)}
            />
          );
        })}
      </fieldset>
      <div className="flex flex-wrap justify-end gap-3">
        {role !== null && (
          <Button isDisabled={busy} onPress={() => void remove()} data-testid="role-remove">
            {t('roles.remove')}
          </Button>
        )}
        <Button type="submit" tone="primary" busy={busy} data-testid="role-save">
          {t('roles.save')}
        </Button>
      </div>
    </form>
  );
}
