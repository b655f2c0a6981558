import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recordings as Found } from '../../../../../shared/contract/waiting-room';
import { call } from '../../../api/client';
import { FolderLine } from '../../../parts/FolderLine';
import { Alert } from '../../../ui/Alert';
import { SettingGroup } from '../../../ui/Setting';

/** Where a clinic's own recordings go, how they are named, and which are used. */
export function Recordings() {
  const { t } = useTranslation('voice');
  const found = useRecordings();
  const count = Object.values(found?.used ?? {}).flat().length;
  return (
    <SettingGroup title={t('own')} text={t('ownText')}>
      {found !== null && (
        <>
          <FolderLine folder="recordings" />
          <p data-testid="voice-used" className="font-semibold">
            {count === 0 ? t('noneUsed') : t('used', { count })}
          </p>
          {found.unknown.length > 0 && (
            <Alert
              tone="warn"
              title={t('unknown', { files: found.unknown.join(', ') })}
              testId="voice-unknown"
            />
          )}
        </>
      )}
      <FileNames />
    </SettingGroup>
  );
}

function FileNames() {
  const { t } = useTranslation('voice');
  const names: readonly (readonly [string, string])[] = [
    ['chime', t('name.chime')],
    ['token-number', t('name.tokenNumber')],
    ['digit-0 … digit-9, letter-a … letter-z', t('name.spelled')],
    ['go-to-room', t('name.goToRoom')],
    ['token-number-after, go-to-room-after', t('name.after')],
    ['go-to-board', t('name.goToBoard')],
    ['go-to-doctor', t('name.goToDoctor')],
    ['room-ground-floor', t('name.room')],
  ];
  return (
    <details>
      <summary className="cursor-pointer font-semibold" data-testid="voice-names">
        {t('names')}
      </summary>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-small">
        {names.map(([name, meaning]) => (
          <div key={name} className="contents">
            <dt dir="ltr" className="font-semibold">
              {name}
            </dt>
            <dd className="text-ink-soft">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What is in the folder; looked at again whenever one comes back from it. */
function useRecordings(): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let isShown = true;
    const look = async (): Promise<void> => {
      const answer = await call('voice.recordings', {});
      if (answer.ok && isShown) setFound(answer.value);
    };
    void look();
    const listener = (): void => void look();
    window.addEventListener('focus', listener);
    return () => {
      isShown = false;
      window.removeEventListener('focus', listener);
    };
  }, []);
  return found;
}
