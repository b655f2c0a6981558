import type { Ticket } from '../../../../shared/model/view';
import { t } from '../../i18n';
import { dateTimeText, shortDayText, slotText } from '../../i18n/format';
import { QrCode } from './QrCode';

/** Black on white, 80 mm wide, as long as it needs. Thermal paper knows no grey. */
export function Slip({ ticket }: { readonly ticket: Ticket }) {
  const { token, doctor, slot, timeZone } = ticket;
  return (
    <article className="slip" data-slip>
      <header>
        <p className="slip-clinic" dir="auto">
          {ticket.clinicName}
        </p>
        <p className="slip-day">{shortDayText(token.serviceDay)}</p>
      </header>
      <section className="slip-token">
        <p className="slip-label">{t.slip.token}</p>
        <p className="slip-number" dir="ltr">
          {token.number}
        </p>
        <p className="slip-source">{t.sources[token.source]}</p>
      </section>
      <dl className="slip-facts">
        <Fact name={t.slip.doctor} value={doctor.name} more={doctor.specialization} />
        <Fact
          name={t.slip.room}
          value={doctor.room === '' ? t.common.noRoom : doctor.room}
          big={doctor.room !== ''}
        />
        <Fact name={t.slip.time} value={slot === null ? t.slip.waitingList : slotText(slot)} big />
        <Fact name={t.slip.patient} value={token.patientName} />
      </dl>
      {slot === null && <p className="slip-hint">{t.slip.waitingListText}</p>}
      <p className="slip-ahead">{t.slip.ahead(ticket.ahead)}</p>
      <footer>
        <QrCode text={token.id} label={t.slip.qr} />
        <div>
          <p>{t.slip.keep}</p>
          <p className="slip-issued">{t.slip.issued(dateTimeText(token.createdAt, timeZone))}</p>
        </div>
      </footer>
    </article>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  readonly more?: string;
  readonly big?: boolean;
}

function Fact({ name, value, more, big = false }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={big ? 'slip-big' : ''}>
        <bdi>{value}</bdi>
        {more !== undefined && (
          <small>
            <bdi>{more}</bdi>
          </small>
        )}
      </dd>
    </div>
  );
}
