import { type CSSProperties, useLayoutEffect, useRef } from 'react';
import type { HeadWidth } from '../../../shared/model/print-settings';
import type { Ticket } from '../../../shared/model/ticket';
import { isListed } from '../../../shared/model/token';
import { dateTimeText, dayText, isolated, shortDayText } from '../i18n/format';
import { type Language, languageFacts } from '../i18n/languages';
import { QrCode } from '../ui/QrCode';
import { Band } from './Band';
import { Facts } from './Facts';
import { fitSheet } from './fit';
import { Logo } from './Logo';
import { isForLater } from './later';
import { PaymentPart } from './PaymentPart';
import { Ruler } from './Ruler';
import { Said, type Speaker, speakersOf } from './speakers';
import './slip.css';

interface Props {
  readonly ticket: Ticket;
  /** What the patient reads. */
  readonly language: Language;
  /** A second one under it; default: the clinic's. The number and the code are printed once. */
  readonly second?: Language | undefined;
  /** Dots across: of a test slip, to see what the printer cuts off. */
  readonly ruler?: HeadWidth | undefined;
}

/** Black on white: thermal paper knows no grey. As wide as its paper prints, and on a roll as long as it needs. */
export function Slip({ ticket, language, second, ruler }: Props) {
  const { token, print } = ticket;
  const speakers = speakersOf(language, second ?? print.secondLanguage);
  const later = isForLater(ticket);
  const article = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const slip = article.current;
    if (slip === null) return;
    let shown = true;
    fitSheet(slip);
    void document.fonts.ready.then(() => {
      if (shown) fitSheet(slip);
    });
    return () => {
      shown = false;
    };
  });
  return (
    <article
      ref={article}
      className="slip"
      data-slip
      data-paper={print.paper}
      lang={language}
      dir={languageFacts[language].direction}
      style={{ '--number-length': Math.max(5, token.number.length) } as CSSProperties}
    >
      {print.practice && print.kind !== 'test' && <Band text="slip:practice" speakers={speakers} />}
      {print.kind === 'test' && <Band text="slip:test" speakers={speakers} />}
      {ruler !== undefined && <Ruler dots={ruler} speakers={speakers} />}
      {print.copy > 0 && <Band text="slip:duplicate" n={print.copy} speakers={speakers} />}
      <header>
        {print.logo !== null && <Logo key={print.logo} source={print.logo} />}
        <p className="slip-clinic" dir="auto">
          {ticket.clinicName}
        </p>
        <p className={later ? 'slip-day slip-day-later' : 'slip-day'}>
          <Said
            speakers={speakers}
            say={({ language }) => (later ? dayText : shortDayText)(token.serviceDay, language)}
          />
        </p>
      </header>
      {print.kind === 'move' && <Moved ticket={ticket} speakers={speakers} />}
      {ticket.replaces !== null && <Replaces of={ticket.replaces} speakers={speakers} />}
      {ticket.payment?.receiptOf != null && (
        <PaymentPart payment={ticket.payment} ticket={ticket} speakers={speakers} />
      )}
      <section className="slip-token">
        <p className="slip-label">
          <Said speakers={speakers} say={({ t }) => t('slip:token')} />
        </p>
        <p className="slip-number" dir="ltr">
          {token.number}
        </p>
        <p className="slip-source">
          <Said speakers={speakers} say={({ t }) => t(`common:source.${token.source}`)} />
        </p>
      </section>
      <Facts ticket={ticket} speakers={speakers} />
      {ticket.payment !== null && ticket.payment.receiptOf === null && (
        <PaymentPart payment={ticket.payment} ticket={ticket} speakers={speakers} />
      )}
      <Foot ticket={ticket} speakers={speakers} />
    </article>
  );
}

interface PartProps {
  readonly ticket: Ticket;
  readonly speakers: readonly Speaker[];
}

/** The slot changed: what the patient holds already is no longer true. */
function Moved({ ticket, speakers }: PartProps) {
  const listed = isListed(ticket.token);
  return (
    <section className="slip-moved">
      <p className="slip-moved-title">
        <Said speakers={speakers} say={({ t }) => t(listed ? 'slip:movedToList' : 'slip:moved')} />
      </p>
      <p>
        <Said speakers={speakers} say={({ t }) => t('slip:movedText')} />
      </p>
    </section>
  );
}

interface ReplacesProps {
  readonly of: NonNullable<Ticket['replaces']>;
  readonly speakers: readonly Speaker[];
}

/** R21: another number than on the paper in the patient's hand, with another doctor or on another day. */
function Replaces({ of: { number, serviceDay }, speakers }: ReplacesProps) {
  return (
    <section className="slip-moved" data-testid="slip-replaces">
      <p>
        <Said
          speakers={speakers}
          say={({ t, language }) =>
            t('slip:replaces', {
              number: isolated(number),
              day: isolated(shortDayText(serviceDay, language)),
            })
          }
        />
      </p>
    </section>
  );
}

function Foot({ ticket, speakers }: PartProps) {
  const { token, print, timeZone, phone } = ticket;
  const reprinted = print.copy > 0 || print.kind === 'move';
  return (
    <footer>
      <QrCode
        className="slip-qr"
        text={phone?.link ?? token.id}
        label={speakers.map(({ t }) => t('slip:qr')).join(' / ')}
      />
      <div className="slip-foot">
        <p>
          <Said speakers={speakers} say={({ t }) => t('slip:keep')} />
        </p>
        {phone !== undefined && (
          <p data-testid="slip-phone">
            <Said speakers={speakers} say={({ t }) => t('slip:onPhone')} />
            <bdi className="slip-address" dir="ltr">
              {phone.address}
            </bdi>
            <Said
              speakers={speakers}
              say={({ t }) => t('slip:phoneLetters', { letters: isolated(phone.letters) })}
            />
          </p>
        )}
        <p className="slip-when">
          <Said
            speakers={speakers}
            say={({ t, language }) =>
              t('slip:issued', { when: isolated(dateTimeText(token.createdAt, timeZone, language)) })
            }
          />
          {reprinted && (
            <Said
              speakers={speakers}
              say={({ t, language }) =>
                t('slip:printed', { when: isolated(dateTimeText(ticket.now, timeZone, language)) })
              }
            />
          )}
        </p>
      </div>
      {print.clinicLine !== '' && (
        <p className="slip-clinic-line" dir="auto">
          {print.clinicLine}
        </p>
      )}
    </footer>
  );
}
