import { useTranslation } from 'react-i18next';
import type { DeviceRole, Pairing } from '../../../../../shared/model/device';
import { useCall } from '../../../data/query';
import { useNow } from '../../../data/useNow';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { QrCode } from '../../../ui/QrCode';
import { OtherAddresses } from './OtherAddresses';

const SECOND_MS = 1_000;

interface Props {
  readonly pairing: Pairing;
  readonly role: DeviceRole;
  readonly busy: boolean;
  readonly onAgain: () => void;
}

/** The code, large enough to be read from the next desk, and how long it still holds. */
export function PairCode({ pairing, role, busy, onAgain }: Props) {
  const { t } = useTranslation(['devices', 'common']);
  const left = Math.max(0, Math.round((pairing.expiresAt - useNow()) / SECOND_MS));
  // While the code is on the screen the network may give the PC another number.
  const [address, ...others] = useCall('devices.network', {}).value?.addresses ?? pairing.addresses;
  if (left === 0) {
    return (
      <>
        <Alert tone="warn" title={t('pair.expired')} testId="pair-expired" />
        <Button tone="primary" busy={busy} className="self-end" onPress={onAgain} data-testid="pair-again">
          {t('pair.again')}
        </Button>
      </>
    );
  }
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <div className="flex flex-wrap items-center gap-6">
      <div className="flex min-w-0 grow basis-80 flex-col gap-3">
        {role === 'booking' ? (
          <p>{t('pair.stepProgram')}</p>
        ) : (
          <>
            <p>{t('pair.stepOpen')}</p>
            <p dir="ltr" className="text-lead font-bold break-all select-text" data-testid="pair-address">
              {address}
            </p>
            <OtherAddresses addresses={others} />
            <p>{t('pair.stepType')}</p>
          </>
        )}
        <p
          dir="ltr"
          className="signage rounded-card bg-ticket px-5 py-3 text-center text-[clamp(3rem,9vw,5.5rem)] leading-none text-on-ticket select-text"
          data-testid="pair-code-shown"
        >
          {pairing.code.slice(0, 3)}
          <span className="inline-block w-[0.3em]" />
          {pairing.code.slice(3)}
        </p>
        <p role="timer" className="figures text-center text-ink-soft">
          {t('pair.left', { time })}
        </p>
      </div>
      {role !== 'booking' && address !== undefined && (
        <figure className="flex w-44 flex-col items-center gap-2 text-center">
          <QrCode
            text={`${address}/#pair=${pairing.code}`}
            label={t('pair.qr')}
            className="size-44 shrink-0 rounded-small bg-[#ffffff]"
          />
          <figcaption className="text-small text-ink-soft">{t('pair.scan')}</figcaption>
        </figure>
      )}
    </div>
  );
}
