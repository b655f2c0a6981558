import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Device, deviceNameSchema } from '../../../../../shared/model/device';
import { useCommand } from '../../../data/useCommand';

/** The device's name, to be changed where it stands. Enter or leaving saves; Escape takes it back. */
export function DeviceName({ device }: { readonly device: Device }) {
  const { t } = useTranslation('devices');
  const { runBare } = useCommand();
  const [typed, setTyped] = useState<string | null>(null);

  async function save(): Promise<void> {
    const name = deviceNameSchema.safeParse(typed);
    setTyped(null);
    if (typed === null || !name.success || name.data === device.name) return;
    await runBare('devices.rename', { deviceId: device.id, name: name.data });
  }

  return (
    <input
      aria-label={t('list.name')}
      data-testid="device-name"
      dir="auto"
      maxLength={60}
      value={typed ?? device.name}
      className="-ms-2 min-h-8 min-w-0 rounded-control border border-transparent px-2 font-semibold text-ellipsis hover:border-line-strong focus:border-accent focus:bg-surface focus:outline-3 focus:outline-offset-0 focus:outline-focus"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
