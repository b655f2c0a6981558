import { ownCardCode } from '../../../shared/codes/read-code';
import type { PatientCard } from '../../../shared/model/patient-card';
import type { Paper } from '../../../shared/model/print-settings';
import { languageFacts } from '../i18n/languages';
import { QrCode } from '../ui/QrCode';
import { Band } from './Band';
import { bearerText } from './bearer';
import { Said, speakersOf } from './speakers';
import './slip.css';

interface Props {
  readonly card: PatientCard;
  readonly paper: Paper;
}

/** A patient's card on the slip printer's paper: who it is, and the number by which a scanner finds them. */
export function CardSlip({ card, paper }: Props) {
  const [language = 'en', second] = card.languages;
  const speakers = speakersOf(language, second);
  const [first] = speakers;
  if (first === undefined) return null;
  return (
    <article
      className="slip slip-card"
      data-slip
      data-paper={paper}
      lang={language}
      dir={languageFacts[language].direction}
    >
      {card.practice && <Band text="slip:practice" speakers={speakers} />}
      <header>
        <p className="slip-clinic" dir="auto">
          {card.clinicName}
        </p>
      </header>
      <section className="slip-card-who">
        <p className="slip-card-name" dir="auto">
          {card.name}
        </p>
        {bearerText(card, first) !== '' && (
          <p>
            <Said speakers={speakers} say={(speaker) => bearerText(card, speaker)} />
          </p>
        )}
      </section>
      <section className="slip-card-code">
        <QrCode
          text={ownCardCode(String(card.patientId))}
          label={first.t('slip:cardQr')}
          className="slip-qr"
        />
        <div className="slip-card-text">
          <p className="slip-label">
            <Said speakers={speakers} say={({ t }) => t('slip:cardNumber')} />
          </p>
          <p className="slip-card-number" dir="ltr" data-digits={String(card.patientId).length}>
            {card.patientId}
          </p>
        </div>
      </section>
      <p className="slip-card-word">
        <Said speakers={speakers} say={({ t }) => t('slip:cardKeep')} />
      </p>
    </article>
  );
}
