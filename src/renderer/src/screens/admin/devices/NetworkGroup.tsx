import { useTranslation } from 'react-i18next';
import type { NetworkState } from '../../../../../shared/model/device';
import type { NetworkSettings } from '../../../../../shared/model/network-settings';
import { clinicNow } from '../../../data/clock';
import { useTimeZone } from '../../../data/status';
import { momentText } from '../../../i18n/format';
import { save } from '../../../parts/settings/save';
import { Alert } from '../../../ui/Alert';
import { QrCode } from '../../../ui/QrCode';
import { RadioRows } from '../../../ui/RadioRows';
import { SettingGroup } from '../../../ui/Setting';
import { OtherAddresses } from './OtherAddresses';

const choices = ['off', 'this_pc', 'network'] as const;

interface Props {
  readonly settings: NetworkSettings;
  /** null: not known yet. */
  readonly server: NetworkState | null;
}

/** Who may reach this PC, what that means, and how it is doing. */
export function NetworkGroup({ settings, server }: Props) {
  const { t } = useTranslation(['devices', 'common']);
  return (
    <SettingGroup title={t('reach.title')} text={t('reach.text')}>
      <RadioRows
        label={t('reach.title')}
        value={settings.listen}
        rows={choices.map((key) => ({
          key,
          text: t(`reach.${key}`),
          note: t(`reach.${key}_note`),
          testId: `devices-listen-${key}`,
        }))}
        onChange={(chosen) => {
          const listen = choices.find((one) => one === chosen);
          if (listen !== undefined) void save({ network: { listen } });
        }}
      />
      {settings.listen === 'network' && server?.state !== 'failed' && (
        <Alert
          tone="warn"
          title={t('warning.title')}
          text={settings.certificatePath === '' ? t('warning.plain') : t('warning.encrypted')}
          testId="devices-warning"
        />
      )}
      {server !== null && <ServerState server={server} port={settings.port} />}
      {server?.moved && <Moved moved={server.moved} />}
    </SettingGroup>
  );
}

function ServerState({ server, port }: { readonly server: NetworkState; readonly port: number }) {
  const { t } = useTranslation(['devices', 'common']);
  const [address, ...others] = server.addresses;
  if (server.state === 'failed') {
    return (
      <Alert
        tone="danger"
        title={t('server.failed')}
        text={t(`server.problem.${server.problem ?? 'other'}`, { port })}
        testId="devices-failed"
      />
    );
  }
  if (server.state !== 'on' || address === undefined) return null;
  return (
    <div className="flex flex-wrap items-center gap-5 rounded-card bg-sunken p-4" data-testid="devices-on">
      <QrCode
        text={address}
        label={t('server.qr', { address })}
        className="size-32 shrink-0 rounded-small bg-[#ffffff]"
      />
      <div className="flex min-w-0 grow basis-80 flex-col gap-1">
        <p className="font-semibold text-success">{t('server.on')}</p>
        <p className="text-small text-ink-soft">{t('server.open')}</p>
        <p dir="ltr" className="text-title font-bold break-all select-text" data-testid="devices-address">
          {address}
        </p>
        <OtherAddresses addresses={others} />
        <NameState server={server} />
      </div>
    </div>
  );
}

/** Why the address is not the name, or not the one it should be. */
function NameState({ server: { named } }: { readonly server: NetworkState }) {
  const { t } = useTranslation('devices');
  if (named === null) return null;
  const { name, wanted, state } = named;
  const text =
    state === 'asking'
      ? t('server.asking')
      : state === 'failed'
        ? t('server.unheard')
        : name !== wanted && t('server.taken', { name, wanted });
  if (text === false) return null;
  return (
    <p className="mt-1 text-small font-semibold text-pretty text-warn" data-testid="devices-name-state">
      {text}
    </p>
  );
}

function Moved({ moved }: { readonly moved: NonNullable<NetworkState['moved']> }) {
  const { t } = useTranslation('devices');
  const timeZone = useTimeZone();
  return (
    <Alert
      tone="warn"
      title={t('server.moved', { time: momentText(moved.at, timeZone, clinicNow()) })}
      text={t('server.movedText', { from: moved.from.join(', ') })}
      testId="devices-moved"
    />
  );
}
