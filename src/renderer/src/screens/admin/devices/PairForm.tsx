import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../../shared/contract';
import {
  canChooseDoctors,
  type DeviceRole,
  deviceNameSchema,
  deviceRoles,
} from '../../../../../shared/model/device';
import type { DoctorId } from '../../../../../shared/model/ids';
import { useSummaries } from '../../../data/summaries';
import { ShownDoctors } from '../../../parts/shown/ShownDoctors';
import { Button } from '../../../ui/Button';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { RadioRows } from '../../../ui/RadioRows';
import { SelectField } from '../../../ui/SelectField';

const ANY = 'any';

interface Props {
  readonly busy: boolean;
  readonly onStart: (wish: CallInput<'devices.startPairing'>) => void;
}

/** What the new device is for, for whom, and what it is called. */
export function PairForm({ busy, onStart }: Props) {
  const { t } = useTranslation(['devices', 'shown', 'common']);
  const doctors = useSummaries() ?? [];
  const [role, setRole] = useState<DeviceRole>('reception');
  const [doctorKey, setDoctorKey] = useState(ANY);
  const [name, setName] = useState<string | null>(null);
  const [shows, setShows] = useState<readonly DoctorId[]>([]);
  const [error, setError] = useState<string | null>(null);
  const chosen = doctors.find(({ doctor }) => doctor.id === doctorKey)?.doctor;
  const forDoctor = role === 'doctor' ? chosen : undefined;
  const shownName = name ?? (forDoctor === undefined ? t(`role.${role}`) : forDoctor.name);

  function start(): void {
    const checked = deviceNameSchema.safeParse(shownName);
    if (!checked.success) {
      setError(t('pair.nameProblem'));
      return;
    }
    onStart({
      name: checked.data,
      role,
      ...(forDoctor === undefined ? {} : { doctorId: forDoctor.id }),
      ...(canChooseDoctors(role) ? { shows: [...shows] } : {}),
    });
  }

  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <p aria-hidden className="-mb-2 text-small font-semibold text-ink-soft">
        {t('pair.role')}
      </p>
      <RadioRows
        label={t('pair.role')}
        value={role}
        autoFocus
        rows={deviceRoles.map((key) => ({
          key,
          text: t(`role.${key}`),
          note: t(`roleText.${key}`),
          testId: `pair-role-${key}`,
        }))}
        onChange={(key) => setRole(deviceRoles.find((one) => one === key) ?? role)}
      />
      {role === 'doctor' && (
        <SelectField
          label={t('pair.doctor')}
          value={doctorKey}
          testId="pair-doctor"
          choices={[
            { key: ANY, text: t('pair.anyDoctor') },
            ...doctors.map(({ doctor }) => ({ key: doctor.id, text: `${doctor.prefix} · ${doctor.name}` })),
          ]}
          onChange={setDoctorKey}
        />
      )}
      {canChooseDoctors(role) && (
        <div>
          <p className="mb-1 text-small font-semibold text-ink-soft">{t('shown:device')}</p>
          <ShownDoctors chosen={shows} testId="pair-doctors" onChoose={setShows} />
        </div>
      )}
      <FieldFrame label={t('pair.name')} error={error} errorTestId="pair-name-error">
        {(ids) => (
          <input
            {...ids}
            data-testid="pair-name"
            dir="auto"
            maxLength={60}
            value={shownName}
            className={fieldLook}
            onChange={(event) => {
              setName(event.currentTarget.value);
              setError(null);
            }}
          />
        )}
      </FieldFrame>
      <Button type="submit" tone="primary" busy={busy} className="self-end" data-testid="pair-start">
        {t('pair.start')}
      </Button>
    </form>
  );
}
