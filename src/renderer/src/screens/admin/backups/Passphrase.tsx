import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askAgain, useCall } from '../../../data/query';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { SettingGroup } from '../../../ui/Setting';

const LEAST = 8;

/** What encrypted copies are read with: typed twice, since nobody can look it up afterwards. */
export function Passphrase() {
  const { t } = useTranslation('backups');
  const status = useCall('backups.status', {}).value;
  const { busy, runBare } = useCommand();
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const isShort = first.trim().length < LEAST;
  const differs = first.trim() !== again.trim();

  async function set(): Promise<void> {
    setTried(true);
    if (isShort || differs) return;
    const done = (): string => i18n.t('backups:passphrase.done');
    if ((await runBare('backups.setPassphrase', { passphrase: first, again }, { done })) === null) return;
    setFirst('');
    setAgain('');
    setTried(false);
    askAgain('backups.status');
  }
  async function remove(): Promise<void> {
    await runBare('backups.removePassphrase', {});
    askAgain('backups.status');
  }

  return (
    <SettingGroup title={t('passphrase.title')} text={t('passphrase.text')}>
      <p className="text-small font-semibold" data-testid="passphrase-state">
        {t(status?.hasPassphrase === true ? 'passphrase.isSet' : 'passphrase.notSet')}
      </p>
      <form
        noValidate
        className="flex max-w-md flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void set();
        }}
      >
        <SecretField
          label={t('passphrase.first')}
          value={first}
          error={tried && isShort ? t('passphrase.short') : null}
          testId="passphrase-first"
          onChange={setFirst}
        />
        <SecretField
          label={t('passphrase.again')}
          value={again}
          error={tried && !isShort && differs ? t('passphrase.differs') : null}
          testId="passphrase-again"
          onChange={setAgain}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" busy={busy} data-testid="passphrase-set">
            {t('passphrase.set')}
          </Button>
          {status?.hasPassphrase === true && (
            <Button busy={busy} onPress={() => void remove()} data-testid="passphrase-remove">
              {t('passphrase.remove')}
            </Button>
          )}
        </div>
      </form>
    </SettingGroup>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  readonly testId: string;
  readonly onChange: (value: string) => void;
}

function SecretField({ label, value, error, testId, onChange }: FieldProps) {
  return (
    <FieldFrame label={label} error={error} errorTestId={`${testId}-error`}>
      {(ids) => (
        <input
          {...ids}
          type="password"
          autoComplete="new-password"
          data-testid={testId}
          value={value}
          className={fieldLook}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
