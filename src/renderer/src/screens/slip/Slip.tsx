import type { Ticket } from '../../../../shared/model/view';
import { i18n } from '../../i18n';
import { dateTimeText, shortDayText, slotText } from '../../i18n/format';
import { type Language, languageFacts } from '../../i18n/languages';
import { QrCode } from './QrCode';

interface Props {
  readonly ticket: Ticket;
  /** What the patient reads. */
  readonly language: Language;
  /** A second one under it, for whom the first is not enough; the number and the code are printed once. */
  readonly second?: Language | undefined;
}

/** Black on white, 80 mm wide, as long as it needs. Thermal paper knows no grey. */
export function Slip({ ticket, language, second }: Props) {
  const { token } = ticket;
  const t = i18n.getFixedT(language, ['slip', 'common']);
  const { direction } = languageFacts[language];
  return (
    <article className="slip" data-slip lang={language} dir={direction}>
      <header>
        <p className="slip-clinic" dir="auto">
          {ticket.clinicName}
        </p>
        <p className="slip-day">{shortDayText(token.serviceDay, language)}</p>
      </header>
      <section className="slip-token">
        <p className="slip-label">{t('token')}</p>
        <p className="slip-number" dir="ltr">
          {token.number}
        </p>
        <p className="slip-source">{t(`common:source.${token.source}`)}</p>
      </section>
      <Facts ticket={ticket} language={language} />
      {second !== undefined && (
        <div className="slip-second" lang={second} dir={languageFacts[second].direction}>
          <Facts ticket={ticket} language={second} />
        </div>
      )}
      <footer>
        <QrCode text={token.id} label={t('qr')} />
        <div>
          <p>{t('keep')}</p>
          <p className="slip-issued">
            {t('issued', { when: dateTimeText(token.createdAt, ticket.timeZone, language) })}
          </p>
        </div>
      </footer>
    </article>
  );
}

/** Whom to see, where and when, in one language. */
function Facts({ ticket, language }: Omit<Props, 'second'>) {
  const { token, doctor, slot } = ticket;
  const t = i18n.getFixedT(language, ['slip', 'common']);
  return (
    <>
      <dl className="slip-facts">
        <Fact name={t('doctor')} value={doctor.name} more={doctor.specialization} />
        <Fact
          name={t('roomLabel')}
          value={doctor.room === '' ? t('common:noRoom') : doctor.room}
          big={doctor.room !== ''}
        />
        <Fact name={t('time')} value={slot === null ? t('waitingList') : slotText(slot, language)} big />
        <Fact name={t('patient')} value={token.patientName} />
      </dl>
      {slot === null && <p className="slip-hint">{t('waitingListText')}</p>}
      <p className="slip-ahead">{t('ahead', { count: ticket.ahead })}</p>
    </>
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
