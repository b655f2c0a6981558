import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_FOLDERS } from '../../../../shared/model/backup-settings';
import type { BackupPlace } from '../../../../shared/model/backups';
import type { Settings } from '../../../../shared/model/settings';
import { clinicNow } from '../../data/clock';
import { useCall } from '../../data/query';
import { useTimeZone } from '../../data/status';
import { useCommand } from '../../data/useCommand';
import { momentText } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { SettingGroup, SettingSwitch, SettingText } from '../../ui/Setting';
import { FolderLine } from '../FolderLine';
import { save } from '../settings/save';
import { Bar } from './BackupState';
import { bytesText } from './bytes';

const DEFAULT_LIMIT_MB = 2048;
const MB = 1_000_000;
const fullPath = /^(\/|[A-Za-z]:[\\/]|\\\\)/;

type Change = Partial<Pick<BackupPlace, 'limitMb' | 'encrypted'>>;

/** Where copies go, how full it is there, and more places. */
export function BackupPlaces({ backup }: { readonly backup: Settings['backup'] }) {
  const { t } = useTranslation(['backups', 'common']);
  const status = useCall('backups.status', {}).value;
  const [removing, setRemoving] = useState<string | null>(null);
  if (status === undefined) return null;
  const { folders } = backup;
  const change = (place: BackupPlace, changed: Change): void =>
    void save({
      backup: place.isOwn
        ? changed
        : { folders: folders.map((one) => (one.path === place.folder ? { ...one, ...changed } : one)) },
    });
  return (
    <SettingGroup title={t('places.title')} text={t('places.text')}>
      <ul className="flex flex-col divide-y divide-line" data-testid="backup-places">
        {status.places.map((place) => (
          <PlaceRow
            key={place.folder}
            place={place}
            canEncrypt={status.hasPassphrase || place.encrypted}
            onChange={(changed) => change(place, changed)}
            onRemove={() => setRemoving(place.folder)}
          />
        ))}
      </ul>
      {folders.length < MOST_FOLDERS && (
        <AddPlace
          canChoose={status.canChoose}
          onAdd={(path) => {
            if (folders.every((one) => one.path !== path))
              void save({
                backup: { folders: [...folders, { path, limitMb: DEFAULT_LIMIT_MB, encrypted: false }] },
              });
          }}
        />
      )}
      {removing !== null && (
        <ConfirmDialog
          title={t('places.remove')}
          text={t('places.removeText')}
          yes={t('places.remove')}
          no={t('places.keep')}
          onNo={() => setRemoving(null)}
          onYes={() => {
            setRemoving(null);
            void save({ backup: { folders: folders.filter(({ path }) => path !== removing) } });
          }}
        />
      )}
    </SettingGroup>
  );
}

interface RowProps {
  readonly place: BackupPlace;
  /** There is a passphrase, or it is missing: then it can be turned off. */
  readonly canEncrypt: boolean;
  readonly onChange: (change: Change) => void;
  readonly onRemove: () => void;
}

function PlaceRow({ place, canEncrypt, onChange, onRemove }: RowProps) {
  const { t } = useTranslation(['backups', 'common']);
  const timeZone = useTimeZone();
  const { folder, isOwn, limitMb, usedBytes, copies, lastProvedAt, problem, encrypted } = place;
  const used = { used: bytesText(usedBytes), limit: bytesText(limitMb * MB), count: copies };
  return (
    <li className="flex flex-col gap-3 py-4 first:pt-0" data-testid="backup-place">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 grow">
          {isOwn && <span className="block font-semibold">{t('places.own')}</span>}
          {isOwn ? (
            <FolderLine folder="backups" />
          ) : (
            <bdi dir="ltr" className="block text-small break-all text-ink-soft select-text">
              {folder}
            </bdi>
          )}
        </span>
        {!isOwn && (
          <Button size="small" onPress={onRemove} data-testid="backup-place-remove">
            {t('places.remove')}
          </Button>
        )}
      </div>
      <div className="flex flex-col gap-1">
        <Bar part={usedBytes / (limitMb * MB)} />
        <span className="text-small text-ink-soft">{t('places.used', used)}</span>
        <span
          className={problem === null ? 'text-small text-ink-soft' : 'text-small font-semibold text-warn'}
        >
          {problem !== null
            ? t(`warning.${problem}`)
            : lastProvedAt === null
              ? t('places.never')
              : t('places.last', { time: momentText(lastProvedAt, timeZone, clinicNow()) })}
        </span>
      </div>
      <SettingText
        label={t('places.limit')}
        value={String(limitMb)}
        unit="MB"
        inputMode="numeric"
        testId="backup-limit"
        className="max-w-80"
        problem={(typed) => (limitOf(typed) === null ? t('places.limitProblem') : null)}
        onSave={(typed) => onChange({ limitMb: limitOf(typed) ?? limitMb })}
      />
      {canEncrypt && (
        <SettingSwitch
          label={t('places.encrypted')}
          value={encrypted}
          testId="backup-encrypted"
          onChange={(on) => onChange({ encrypted: on })}
        />
      )}
    </li>
  );
}

function limitOf(typed: string): number | null {
  const plain = typed.trim();
  const value = /^\d{1,7}$/.test(plain) ? Number(plain) : 0;
  return value >= 50 && value <= 1_000_000 ? value : null;
}

interface AddProps {
  readonly canChoose: boolean;
  readonly onAdd: (path: string) => void;
}

function AddPlace({ canChoose, onAdd }: AddProps) {
  const { t } = useTranslation(['backups', 'common']);
  const { busy, runBare } = useCommand();
  async function choose(): Promise<void> {
    const chosen = await runBare('backups.chooseFolder', {});
    if (chosen?.path != null) onAdd(chosen.path);
  }
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-small font-semibold">{t('places.add')}</h3>
      {canChoose && (
        <Button
          icon="folder"
          busy={busy}
          className="self-start"
          onPress={() => void choose()}
          data-testid="backup-choose"
        >
          {t('places.choose')}
        </Button>
      )}
      <SettingText
        label={t('places.path')}
        value=""
        testId="backup-path"
        problem={(typed) =>
          typed.trim() === '' || fullPath.test(typed.trim()) ? null : t('places.pathProblem')
        }
        onSave={(typed) => onAdd(typed.trim())}
      />
    </div>
  );
}
