import type { CSSProperties } from 'react';
import { ownCardCode } from '../../../../shared/codes/read-code';
import { LABEL_SHEET, type PatientCard } from '../../../../shared/model/patient-card';
import { languageFacts } from '../../i18n/languages';
import { bearerText } from '../../slip/bearer';
import { speakersOf } from '../../slip/speakers';
import { QrCode } from '../../ui/QrCode';
import { PracticeMark } from './PracticeMark';

interface Props {
  readonly card: PatientCard;
  readonly place: number;
}

/** A patient's card at one place of a sheet of labels, the rest of which stays white. */
export function CardSheet({ card, place }: Props) {
  const [language = 'en'] = card.languages;
  const [speaker] = speakersOf(language, null);
  if (speaker === undefined) return null;
  const style = {
    gridColumn: ((place - 1) % LABEL_SHEET.columns) + 1,
    gridRow: Math.ceil(place / LABEL_SHEET.columns),
    '--digits': Math.max(4, String(card.patientId).length),
  } as CSSProperties;
  return (
    <section className="labels" data-document="card">
      <article
        className="label"
        style={style}
        data-place={place}
        dir={languageFacts[language].direction}
        lang={language}
      >
        <QrCode
          text={ownCardCode(String(card.patientId))}
          label={speaker.t('slip:cardQr')}
          className="label-qr"
        />
        <div className="label-text">
          <PracticeMark practice={card.practice} />
          <p className="label-clinic" dir="auto">
            {card.clinicName}
          </p>
          <p className="label-name" dir="auto">
            {card.name}
          </p>
          <p className="label-bearer">{bearerText(card, speaker)}</p>
          <p className="label-number" dir="ltr">
            {card.patientId}
          </p>
        </div>
      </article>
    </section>
  );
}
