import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPatient, KeptVisit } from '../../../../../shared/model/privacy';
import { useCall } from '../../../data/query';
import { useCommand } from '../../../data/useCommand';
import { useMay } from '../../../data/who';
import { i18n } from '../../../i18n';
import { shortDayText } from '../../../i18n/format';
import { FolderLine } from '../../../parts/FolderLine';
import { Button } from '../../../ui/Button';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { SettingGroup } from '../../../ui/Setting';
import { Spinner } from '../../../ui/Spinner';
import { useCopiesText } from './useCopiesText';

interface Props {
  readonly patient: FoundPatient;
  readonly onBack: () => void;
}

/** The visits of one patient, each ticked or not; what is ticked is saved as a file, or erased. */
export function Visits({ patient, onBack }: Props) {
  const { t } = useTranslation('privacy');
  const may = useMay();
  const { busy, run, runBare } = useCommand();
  const { value: visits, error } = useCall('privacy.visits', { tokenId: patient.tokenId });
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [isAsking, setAsking] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const isTicked = (visit: KeptVisit): boolean => changed.get(visit.tokenId) ?? visit.isSame;
  const ticked = (visits ?? []).filter(isTicked);
  const tokenIds = ticked.map(({ tokenId }) => tokenId);
  const hasOpen = ticked.some(({ isOpen }) => isOpen);
  const count = ticked.length;
  const copies = useCopiesText(ticked);

  function erase(): void {
    setAsking(false);
    const done = (): string => i18n.t('privacy:visits.erased', { count });
    void run('privacy.erase', { tokenIds }, { done, after: onBack });
  }

  return (
    <SettingGroup title={t('visits.title', { name: patient.patientName })} text={t('visits.text')}>
      <Button icon="back" size="small" className="self-start" onPress={onBack} data-testid="privacy-back">
        {t('visits.back')}
      </Button>
      {visits === undefined ? (
        error === undefined ? (
          <Spinner />
        ) : (
          <p className="font-semibold text-danger">{error.message}</p>
        )
      ) : (
        <ul className="flex flex-col divide-y divide-line" data-testid="privacy-visits">
          {visits.map((visit) => (
            <Row
              key={visit.tokenId}
              visit={visit}
              isTicked={isTicked(visit)}
              onTick={(isOn) => setChanged(new Map(changed).set(visit.tokenId, isOn))}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {may('privacy.export') && (
          <Button
            icon="folder"
            isDisabled={busy || count === 0}
            data-testid="privacy-export"
            onPress={() =>
              void runBare(
                'privacy.export',
                { tokenIds },
                {
                  done: ({ path }) => i18n.t('privacy:visits.exported', { count, path }),
                  after: ({ path }) => setSaved(path),
                },
              )
            }
          >
            {t('visits.exportIt')}
          </Button>
        )}
        {may('privacy.erase') && (
          <Button
            tone="danger"
            isDisabled={busy || count === 0 || hasOpen}
            data-testid="privacy-erase"
            onPress={() => setAsking(true)}
          >
            {t('visits.eraseIt', { count })}
          </Button>
        )}
        <p className="text-small text-ink-soft" role="status">
          {count === 0 && visits !== undefined ? t('visits.nothing') : hasOpen ? t('visits.openTicked') : ''}
        </p>
      </div>
      {saved !== null && <FolderLine folder="exports" file={saved} />}
      {isAsking && (
        <ConfirmDialog
          title={t('ask.title', { count, name: patient.patientName })}
          text={[t('ask.text'), copies, t('ask.files')].filter(Boolean).join(' ')}
          yes={t('ask.yes')}
          no={t('ask.no')}
          onNo={() => setAsking(false)}
          onYes={erase}
        />
      )}
    </SettingGroup>
  );
}

interface RowProps {
  readonly visit: KeptVisit;
  readonly isTicked: boolean;
  readonly onTick: (isOn: boolean) => void;
}

function Row({ visit, isTicked, onTick }: RowProps) {
  const { t } = useTranslation('privacy');
  const { number, serviceDay, doctorName, patientName, patientContact, isSame, isOpen } = visit;
  return (
    <li>
      <label
        className="flex cursor-pointer flex-wrap items-baseline gap-x-4 gap-y-0.5 rounded-control px-2 py-2 hover:bg-sunken"
        data-testid="privacy-visit"
      >
        <input
          type="checkbox"
          checked={isTicked}
          className="size-5 shrink-0 self-center accent-accent"
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
        <span className="figures min-w-36 font-semibold">{shortDayText(serviceDay)}</span>
        <span className="figures min-w-16 font-semibold">{number}</span>
        <bdi className="min-w-36">{doctorName}</bdi>
        <span className="min-w-48 grow">
          <bdi>{patientName}</bdi> <bdi className="figures text-ink-soft">{patientContact}</bdi>
        </span>
        {!isSame && <span className="text-small font-semibold text-warn">{t('visits.other')}</span>}
        {isOpen && <span className="text-small text-ink-soft">{t('visits.open')}</span>}
      </label>
    </li>
  );
}
