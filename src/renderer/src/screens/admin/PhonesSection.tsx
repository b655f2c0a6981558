import { useTranslation } from 'react-i18next';
import { type PhonesState, printedHostSchema } from '../../../../shared/model/phones-settings';
import { useCall } from '../../data/query';
import { save } from '../../parts/settings/save';
import { Alert } from '../../ui/Alert';
import { QrCode } from '../../ui/QrCode';
import { SettingGroup, SettingSwitch, SettingText } from '../../ui/Setting';
import type { SectionProps } from './section';

/** The pages of tokens on patients' own phones. */
export function PhonesSection({ settings: { phones } }: SectionProps) {
  const { t } = useTranslation('phones');
  const state = useCall('phones.state', {}).value ?? null;
  return (
    <>
      <SettingGroup title={t('title')} text={t('text')}>
        <SettingSwitch
          label={t('on')}
          text={t('onText')}
          value={phones.on}
          testId="phones-on"
          onChange={(on) => void save({ phones: { on } })}
        />
        {state !== null && <Running state={state} port={phones.port} />}
      </SettingGroup>
      <SettingGroup title={t('network')} text={t('networkText')}>
        <SettingText
          label={t('port')}
          value={String(phones.port)}
          inputMode="numeric"
          testId="phones-port"
          problem={(typed) => (isPort(typed) ? null : t('portProblem'))}
          onSave={(typed) => void save({ phones: { port: Number(typed) } })}
        />
        <SettingText
          label={t('address')}
          value={phones.address}
          testId="phones-address"
          problem={(typed) =>
            typed.trim() === '' || printedHostSchema.safeParse(typed).success ? null : t('addressProblem')
          }
          onSave={(typed) => void save({ phones: { address: typed.trim() } })}
        />
        <p className="text-small text-pretty text-ink-soft">{t('addressText')}</p>
      </SettingGroup>
    </>
  );
}

function isPort(typed: string): boolean {
  return /^\d+$/.test(typed.trim()) && Number(typed) >= 1024 && Number(typed) <= 65_535;
}

function Running({ state: { state, address, problem }, port }: { state: PhonesState; port: number }) {
  const { t } = useTranslation('phones');
  if (state === 'failed') {
    const text = t(`problem.${problem ?? 'other'}`, { port });
    return <Alert tone="danger" title={t('failed')} text={text} testId="phones-failed" />;
  }
  if (state !== 'on') return null;
  if (address === null) return <Alert tone="warn" title={t('nowhere')} testId="phones-nowhere" />;
  const url = `http://${address}`;
  return (
    <div
      className="flex flex-wrap items-center gap-5 rounded-card bg-sunken p-4"
      data-testid="phones-running"
    >
      <QrCode
        text={url.toUpperCase()}
        label={t('qr', { address: url })}
        className="size-32 shrink-0 rounded-small bg-[#ffffff]"
      />
      <div className="flex min-w-0 grow basis-80 flex-col gap-1">
        <p className="font-semibold text-success">{t('running')}</p>
        <p
          dir="ltr"
          className="text-title font-bold break-all select-text"
          data-testid="phones-address-shown"
        >
          {url}
        </p>
        <p className="text-small text-ink-soft">{t('try')}</p>
      </div>
    </div>
  );
}
