import { useTranslation } from 'react-i18next';
import type { DayListLine, DayList as List } from '../../../../shared/model/document';
import { maskedContact } from '../../../../shared/model/mask';
import { dateTimeText, dayText, isolated, slotText, timeText } from '../../i18n/format';
import { Columns } from './Columns';
import { PracticeMark } from './PracticeMark';

interface Props {
  readonly list: List;
  readonly maskPhones: boolean;
}

/** In mm; what is left is for notes. */
const widths = [
  { name: 'number', width: 17 },
  { name: 'patient', width: 56 },
  { name: 'source', width: 21 },
  { name: 'status', width: 23 },
  { name: 'checkedIn', width: 19 },
  { name: 'notes' },
] as const;
const COLUMNS = widths.length;

/** A doctor's day by slot, with room to write by hand. Its head stands on every page. */
export function DayList({ list, maskPhones }: Props) {
  const { t } = useTranslation(['document', 'common']);
  const { doctor, groups, clinicName, serviceDay, now, timeZone } = list;
  const total = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  const titleOf = ({ kind, slot }: List['groups'][number]): string =>
    slot === null ? t(`dayList.${kind === 'waiting' ? 'waiting' : 'none'}`) : slotText(slot);
  return (
    <table className="document" data-document="dayList">
      <Columns widths={widths} />
      <thead>
        <tr>
          <td colSpan={COLUMNS} className="document-head">
            <PracticeMark practice={list.practice} />
            <div>
              <p className="document-title">
                <b>{doctor.prefix}</b> <bdi>{doctor.name}</bdi>
              </p>
              <p>
                <bdi>{doctor.specialization}</bdi>
                {doctor.room !== '' && ` · ${t('dayList.room', { room: isolated(doctor.room) })}`}
              </p>
            </div>
            <div>
              <p className="document-title">{dayText(serviceDay)}</p>
              <p>
                <bdi>{clinicName}</bdi> · {t('dayList.total', { count: total })} ·{' '}
                {t('dayList.printed', { when: isolated(dateTimeText(now, timeZone)) })}
              </p>
            </div>
          </td>
        </tr>
        <tr className="document-columns">
          <th scope="col" className="document-number">
            {t('dayList.number')}
          </th>
          <th scope="col">{t('dayList.patient')}</th>
          <th scope="col">{t('dayList.source')}</th>
          <th scope="col">{t('dayList.status')}</th>
          <th scope="col">{t('dayList.checkedIn')}</th>
          <th scope="col">{t('dayList.notes')}</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={`${group.kind} ${group.slot?.startMinute ?? ''}`}>
          <tr className="document-group">
            <th colSpan={COLUMNS} scope="rowgroup">
              {titleOf(group)}
              {group.lines.length === 0 && <small> · {t('dayList.nobody')}</small>}
            </th>
          </tr>
          {group.lines.map((line) => (
            <Line key={line.number} line={line} maskPhones={maskPhones} timeZone={timeZone} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface LineProps {
  readonly line: DayListLine;
  readonly maskPhones: boolean;
  readonly timeZone: string;
}

function Line({ line, maskPhones, timeZone }: LineProps) {
  const { t } = useTranslation(['document', 'common']);
  const { number, patientName, patientContact, source, status, stage, checkedInAt, note } = line;
  const over = status === 'cancelled' || status === 'not_seen' || status === 'no_show';
  return (
    <tr className={over ? 'document-over' : ''}>
      <th scope="row" className="document-number">
        {number}
      </th>
      <td>
        <bdi className="document-name">{patientName}</bdi>
        {patientContact !== '' && (
          <small dir="ltr">{maskPhones ? maskedContact(patientContact) : patientContact}</small>
        )}
      </td>
      <td>{t(`common:source.${source}`)}</td>
      <td>{status === 'active' ? t(`common:stage.${stage ?? 'booked'}`) : t(`status.${status}`)}</td>
      <td>{checkedInAt === null ? '' : timeText(checkedInAt, timeZone)}</td>
      <td>
        <bdi>{note}</bdi>
      </td>
    </tr>
  );
}
