import { useTranslation } from 'react-i18next';
import type { PatientVisit } from '../../../../../shared/model/patient-page';
import { shortDayText } from '../../../i18n/format';
import { show } from '../../../stores/deskView';
import { TokenNumber } from '../../../ui/TokenNumber';
import { Section } from './Section';

/** More are no help at a glance: all of them are on the printed history. */
const MOST_SHOWN = 40;

/** The visits of a patient, the latest first, and how often they did not come. */
export function VisitList({ visits }: { readonly visits: readonly PatientVisit[] }) {
  const { t } = useTranslation(['patient', 'desk', 'common']);
  const noShows = visits.filter(({ status }) => status === 'no_show').length;
  const title = t('visits', { count: visits.length });
  return (
    <Section title={noShows === 0 ? title : `${title} · ${t('noShows', { count: noShows })}`}>
      <ol className="flex flex-col divide-y divide-line" data-testid="patient-visits">
        {visits.slice(0, MOST_SHOWN).map((visit) => (
          <Visit key={visit.tokenId} visit={visit} />
        ))}
      </ol>
      {visits.length > MOST_SHOWN && (
        <p className="text-small text-ink-soft">{t('moreVisits', { shown: MOST_SHOWN })}</p>
      )}
    </Section>
  );
}

function Visit({ visit }: { readonly visit: PatientVisit }) {
  const { t } = useTranslation(['patient', 'desk', 'common']);
  const { tokenId, number, serviceDay, doctorName, status, cancelReason } = visit;
  return (
    <li>
      <button
        type="button"
        onClick={() => show({ kind: 'token', tokenId, action: null })}
        className="grid min-h-9 w-full cursor-pointer grid-cols-[7rem_4.5rem_minmax(0,1fr)_auto] items-baseline gap-2 rounded-small py-1 text-start hover:bg-sunken"
      >
        <span className="figures text-small whitespace-nowrap">{shortDayText(serviceDay)}</span>
        <TokenNumber className="text-body!">{number}</TokenNumber>
        <bdi className="truncate text-small">{doctorName}</bdi>
        <span className="text-small font-semibold">
          {status === 'active' || status === 'waiting'
            ? t('isOpen')
            : status === 'cancelled' && cancelReason !== null
              ? t(`desk:cancelled.${cancelReason}`)
              : t(`desk:status.${status === 'cancelled' ? 'cancelled' : status}`)}
        </span>
      </button>
    </li>
  );
}
