import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../shared/contract';
import type { DoctorId } from '../../../../shared/model/ids';
import {
  canBeForOneDoctor,
  initialsSchema,
  isBuiltInRole,
  type Person,
  personSchema,
} from '../../../../shared/model/person';
import type { AppError } from '../../../../shared/result';
import { useCall } from '../../data/query';
import { useSummaries } from '../../data/summaries';
import { useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { initials as initialsOf } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { FieldFrame, fieldLook } from '../../ui/FieldFrame';
import { SelectField } from '../../ui/SelectField';
import { PinField } from './PinField';
import { pinProblem } from './pinProblem';
import { roleName } from './roleName';

const EVERY = 'every';

interface Props {
  /** Null: a new one. */
  readonly person: Person | null;
  /** Of a new one: what the role begins with. */
  readonly roleId?: string;
  /** The PIN is typed twice: nobody there could give another one. */
  readonly repeatsPin?: boolean;
  /** Something stands in it that is not saved. */
  readonly onTouched?: (isTouched: boolean) => void;
  readonly onDone: (saved: Person) => void;
}

type Problems = Partial<Record<'name' | 'initials' | 'roleId' | 'pin' | 'pinAgain', string>>;

/** Somebody who works here: who, what they may do, and their PIN. Each fault stands by its field. */
export function PersonForm({
  person,
  roleId: firstRole = 'reception',
  repeatsPin = false,
  onTouched,
  onDone,
}: Props) {
  const { t } = useTranslation(['people', 'setup']);
  const roles = useCall('roles.list', {}).value ?? [];
  const doctors = useSummaries() ?? [];
  const [name, setName] = useState(person?.name ?? '');
  const [typedInitials, setInitials] = useState<string | null>(person?.initials ?? null);
  const [roleId, setRoleId] = useState<string>(person?.roleId ?? firstRole);
  const [doctorId, setDoctorId] = useState<DoctorId | null>(person?.doctorId ?? null);
  const [pin, setPin] = useState('');
  const [pinAgain, setPinAgain] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const { busy, runBare } = useCommand();
  const suggested = initialsSchema.safeParse(initialsOf(name, 'en')).data ?? '';
  const initials = typedInitials ?? suggested;
  const mayBeOfOne = canBeForOneDoctor(roleId);
  const isTouched = name !== (person?.name ?? '') || pin !== '' || pinAgain !== '';
  useEffect(() => onTouched?.(isTouched), [onTouched, isTouched]);

  function faults(): Problems {
    const found: Problems = {};
    if (!personSchema.shape.name.safeParse(name).success) found.name = t('form.nameProblem');
    if (!initialsSchema.safeParse(initials).success) found.initials = t('form.initialsProblem');
    const aboutPin = pin === '' ? (person === null ? t('form.pinMissing') : null) : pinProblem(pin);
    if (aboutPin !== null) found.pin = aboutPin;
    else if (repeatsPin && pinAgain !== pin) found.pinAgain = t('setup:people.pinDiffers');
    return found;
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const found = faults();
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const wish: CallInput<'persons.save'> = {
      ...(person === null ? {} : { personId: person.id }),
      ...(pin === '' ? {} : { pin }),
      ...{ name, initials, roleId, doctorId: mayBeOfOne ? doctorId : null },
    };
    const done = (saved: Person): string => i18n.t('people:form.saved', { name: saved.name });
    await runBare('persons.save', wish, { done, after: onDone, refused: sayWhy });
  }

  function sayWhy({ details }: AppError): boolean {
    if (details?.field === 'initials') setProblems({ initials: t('form.initialsTaken') });
    else if (details?.reason === 'last_admin') setProblems({ roleId: t('form.lastAdmin') });
    else if (details?.reason === 'first_admin') setProblems({ roleId: t('form.firstAdmin') });
    else return false;
    return true;
  }

  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event) => void save(event)}
      className="flex flex-col gap-4"
    >
      <div className="grid grid-cols-[minmax(0,1fr)_11rem] items-start gap-3">
        <FieldFrame label={t('form.name')} error={problems.name ?? null} errorTestId="person-name-error">
          {(ids) => (
            <input
              {...ids}
              data-testid="person-name"
              dir="auto"
              maxLength={80}
              value={name}
              className={fieldLook}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </FieldFrame>
        <FieldFrame
          label={t('form.initials')}
          error={problems.initials ?? null}
          errorTestId="person-initials-error"
        >
          {(ids) => (
            <input
              {...ids}
              data-testid="person-initials"
              maxLength={4}
              value={initials}
              className={fieldLook}
              onChange={(event) => setInitials(event.currentTarget.value.trim().toUpperCase())}
            />
          )}
        </FieldFrame>
      </div>
      <div className="grid grid-cols-2 items-start gap-3">
        <div className="flex min-w-0 flex-col gap-1">
          <SelectField
            label={t('form.role')}
            value={roleId}
            testId="person-role"
            choices={roles.map((role) => ({ key: role.id, text: roleName(t, role) }))}
            onChange={setRoleId}
          />
          <RoleText roleId={roleId} problem={problems.roleId} />
        </div>
        {mayBeOfOne && (
          <SelectField
            label={t('form.doctor')}
            value={doctorId ?? EVERY}
            testId="person-doctor"
            choices={[
              { key: EVERY, text: t('form.everyDoctor') },
              ...doctors.map(({ doctor }) => ({ key: doctor.id, text: `${doctor.prefix} · ${doctor.name}` })),
            ]}
            onChange={(key) =>
              setDoctorId(doctors.find(({ doctor }) => doctor.id === key)?.doctor.id ?? null)
            }
          />
        )}
      </div>
      <div className="flex flex-col gap-1">
        <div className={repeatsPin ? 'grid grid-cols-2 items-start gap-3' : 'contents'}>
          <PinField
            label={t(person === null ? 'form.pin' : 'form.newPin')}
            value={pin}
            error={problems.pin ?? null}
            testId="person-pin"
            onChange={setPin}
          />
          {repeatsPin && (
            <PinField
              label={t('setup:people.pinAgain')}
              value={pinAgain}
              error={problems.pinAgain ?? null}
              testId="person-pin-again"
              onChange={setPinAgain}
            />
          )}
        </div>
        <p className="text-small text-pretty text-ink-soft">{t('form.pinText')}</p>
      </div>
      <Button type="submit" tone="primary" busy={busy} className="self-end" data-testid="person-save">
        {t('form.save')}
      </Button>
    </form>
  );
}

function RoleText({ roleId, problem }: { readonly roleId: string; readonly problem: string | undefined }) {
  const { t } = useTranslation('people');
  if (problem !== undefined) {
    return (
      <p role="alert" data-testid="person-role-error" className="text-small font-semibold text-danger">
        {problem}
      </p>
    );
  }
  return isBuiltInRole(roleId) ? <p className="text-small text-ink-soft">{t(`roleText.${roleId}`)}</p> : null;
}
