import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TokenId } from '../../../../../shared/model/ids';
import type { FoundPatientRow, PatientPage } from '../../../../../shared/model/patient-page';
import { useCall } from '../../../data/query';
import { staffErrorText } from '../../../i18n/errors';
import { closeOverlay, setUnsaved, useDeskView } from '../../../stores/deskView';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { Overlay } from '../../../ui/Overlay';
import { Spinner } from '../../../ui/Spinner';
import { BothRows } from './BothRows';
import { CardSection } from './CardSection';
import { FACTS_FORM, FactsForm } from './FactsForm';
import { Looks } from './Looks';
import { OtherRow } from './OtherRow';
import { MergedRows, TwinRows } from './OtherRows';
import { VisitList } from './VisitList';

interface PanelProps {
  readonly tokenId: TokenId;
  readonly today: string;
}

/** A patient's page: what is known, the visits, who looked, and rows that may be the same person. */
export function PatientPanel({ tokenId, today }: PanelProps) {
  const unsaved = useDeskView((state) => state.unsaved);
  const { t } = useTranslation(['patient', 'desk', 'common']);
  const { value: page, error } = useCall('patients.page', { tokenId });
  return (
    <Overlay
      title={t('title')}
      head={page && <Head page={page} />}
      closeLabel={t('desk:dialog.close')}
      place="center"
      width="full"
      testId="desk-patient"
      onClose={closeOverlay}
    >
      {unsaved === 'asked' && <Unsaved />}
      {error !== undefined && <Alert tone="danger" title={staffErrorText(error)} />}
      {page === undefined ? (
        error === undefined && <Spinner />
      ) : (
        <Page tokenId={tokenId} page={page} today={today} />
      )}
    </Overlay>
  );
}

/** Escape goes on writing: only the button leaves it. Saved, the page is still there for whatever was wanted. */
function Unsaved() {
  const { t } = useTranslation(['patient', 'desk', 'common']);
  return (
    <Alert tone="warn" title={t('unsaved.title')} testId="patient-unsaved">
      <div className="flex gap-2">
        <Button size="small" autoFocus onPress={() => setUnsaved('yes')} data-testid="patient-write-on">
          {t('unsaved.writeOn')}
        </Button>
        <Button size="small" type="submit" form={FACTS_FORM} data-testid="patient-save-first">
          {t('save')}
        </Button>
        <Button
          size="small"
          onPress={() => {
            setUnsaved('no');
            closeOverlay();
          }}
          data-testid="patient-drop"
        >
          {t('unsaved.drop')}
        </Button>
      </div>
    </Alert>
  );
}

function Head({ page }: { readonly page: PatientPage }) {
  const { t } = useTranslation(['patient', 'common']);
  const [visit] = page.visits;
  return (
    <div>
      <bdi className="line-clamp-2 text-headline leading-tight font-bold wrap-anywhere">
        {page.patient?.name ?? visit?.patientName}
      </bdi>
      <p className="figures text-small text-ink-soft">
        {page.patient === null ? t('nobody') : t('number', { number: page.patient.id })}
      </p>
    </div>
  );
}

interface PageProps {
  readonly tokenId: TokenId;
  readonly page: PatientPage;
  readonly today: string;
}

function Page({ tokenId, page, today }: PageProps) {
  const [twin, setTwin] = useState<FoundPatientRow | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { patient, visits, twins, merged, looks } = page;
  const [latest] = visits;

  useEffect(() => {
    // What was pressed is gone with what it did: keys are the page's.
    if (document.activeElement === document.body) panel.current?.focus();
  });

  /** Both side by side take the place of the form. */
  function look(row: FoundPatientRow): void {
    if (useDeskView.getState().unsaved === 'no') setTwin(row);
    else setUnsaved('asked');
  }

  return (
    <div ref={panel} tabIndex={-1} className="outline-none!">
      {twin !== null && patient !== null ? (
        <BothRows tokenId={tokenId} patient={patient} twin={twin} page={page} onDone={() => setTwin(null)} />
      ) : (
        <div className="grid grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)] gap-6">
          <FactsForm
            need={page.need}
            today={today}
            key={patient?.updatedAt ?? 0}
            tokenId={tokenId}
            patient={patient}
            visits={visits}
            said={{
              patientName: latest?.patientName ?? '',
              patientContact: latest?.patientContact ?? '',
            }}
          />
          <div className="flex min-w-0 flex-col gap-5">
            {patient !== null && <CardSection tokenId={tokenId} />}
            <TwinRows twins={twins} onLook={look} />
            {patient !== null && <OtherRow of={patient.id} onLook={look} />}
            <MergedRows tokenId={tokenId} merged={merged} />
            <VisitList visits={visits} />
            <Looks looks={looks} />
          </div>
        </div>
      )}
    </div>
  );
}
