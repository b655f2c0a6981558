import { useTranslation } from 'react-i18next';
import type { PatientHistory as History } from '../../../../shared/model/document';
import { dateTimeText, isolated, shortDayText, slotText, timeText } from '../../i18n/format';
import { Columns } from './Columns';
import { PracticeMark } from './PracticeMark';

/** In mm; what is left is the doctor's. */
const columns = [
  { name: 'day', width: 23 },
  { name: 'token', width: 15 },
  { name: 'doctor' },
  { name: 'visit', width: 19 },
  { name: 'time', width: 23 },
  { name: 'came', width: 17 },
  { name: 'inside', width: 17 },
  { name: 'done', width: 17 },
  { name: 'status', width: 21 },
] as const;

type Visit = History['visits'][number];

/** Every visit of one patient, the latest first. */
export function PatientHistory({ history }: { readonly history: History }) {
  const { t } = useTranslation(['document', 'common']);
  const { clinicName, now, timeZone, patientName, patientContact, visits } = history;
  return (
    <table className="document" data-document="patient">
      <Columns widths={columns} />
      <thead>
        <tr>
          <td colSpan={columns.length} className="document-head">
            <PracticeMark practice={history.practice} />
            <div>
              <p className="document-title">
                <bdi>{patientName}</bdi>
              </p>
              <p>{patientContact === '' ? t('patient.noContact') : <bdi dir="ltr">{patientContact}</bdi>}</p>
            </div>
            <div>
              <p className="document-title">{t('patient.title')}</p>
              <p>
                <bdi>{clinicName}</bdi> · {t('patient.visits', { count: visits.length })} ·{' '}
                {t('dayList.printed', { when: isolated(dateTimeText(now, timeZone)) })}
              </p>
            </div>
          </td>
        </tr>
        <tr className="document-columns">
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {t(`patient.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <Row key={visit.tokenId} visit={visit} timeZone={timeZone} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ visit, timeZone }: { readonly visit: Visit; readonly timeZone: string }) {
  const { t } = useTranslation(['document', 'common']);
  const clock = (instant: number | null): string => (instant === null ? '' : timeText(instant, timeZone));
  return (
    <tr>
      <td>{shortDayText(visit.serviceDay)}</td>
      <th scope="row">{visit.number}</th>
      <td>
        <bdi className="document-name">{visit.doctorName}</bdi>
        <small>
          <bdi>{visit.specialization}</bdi>
        </small>
        {visit.note !== '' && (
          <small>
            <bdi>{visit.note}</bdi>
          </small>
        )}
      </td>
      <td>{t(`common:source.${visit.source}`)}</td>
      <td>{visit.slot === null ? '' : slotText(visit.slot)}</td>
      <td>{clock(visit.checkedInAt)}</td>
      <td>{clock(visit.startedAt)}</td>
      <td>{clock(visit.servedAt)}</td>
      <td>{visit.status === 'active' ? t('common:stage.checked_in') : t(`status.${visit.status}`)}</td>
    </tr>
  );
}
