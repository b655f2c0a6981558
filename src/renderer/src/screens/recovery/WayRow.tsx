import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WayBack } from '../../../../shared/model/way-back';
import { Button } from '../../ui/Button';
import { momentOf } from './words';

interface Props {
  readonly way: WayBack;
  readonly isNewest: boolean;
  readonly onChoose: (way: WayBack, passphrase: string) => void;
}

/** A copy: when it was made, what is in it, and what would be lost. */
export function WayRow({ way, isNewest, onChoose }: Props) {
  const { t } = useTranslation('recovery');
  const [passphrase, setPassphrase] = useState('');
  const { facts, lost } = way;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3" data-testid="recovery-way">
      <div className="min-w-64 grow">
        <p className="font-bold">
          {t('made', { when: momentOf(way.madeAt, facts?.timeZone) })}
          {way.wasPutAside && ` · ${t('putAside')}`}
          {way.isEncrypted && ` · ${t('encrypted')}`}
        </p>
        <p className="text-ink-soft">
          {facts === null
            ? t('unknown')
            : t('content', {
                clinic: facts.clinicName === '' ? t('noClinic') : facts.clinicName,
                tokens: facts.tokens,
                when: facts.lastEventAt === null ? '–' : momentOf(facts.lastEventAt, facts.timeZone),
              })}
        </p>
        {facts !== null && (
          <p className={`font-semibold ${lost?.tokens === 0 ? 'text-success' : 'text-warn'}`}>{lostText()}</p>
        )}
        <p className="text-caption break-all text-ink-faint">{way.path}</p>
      </div>
      {way.isEncrypted && (
        <input
          type="password"
          aria-label={t('passphrase')}
          placeholder={t('passphrase')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
          className="min-h-11 rounded-control border border-line-strong bg-surface px-3"
        />
      )}
      <Button
        tone={isNewest ? 'primary' : 'quiet'}
        isDisabled={way.isEncrypted && passphrase === ''}
        onPress={() => onChoose(way, passphrase)}
        data-testid="recovery-restore"
      >
        {t('restore')}
      </Button>
    </li>
  );

  function lostText(): string {
    if (lost === null) return t('lostUnknown');
    return lost.tokens === 0 ? t('lostNone') : t('lost', { count: lost.tokens });
  }
}
