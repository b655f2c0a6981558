import type { CSSProperties } from 'react';
import type { BlankSheets } from '../../../shared/model/blanks';
import { nameFor } from '../../../shared/model/doctor';
import type { Paper } from '../../../shared/model/print-settings';
import { isolated } from '../i18n/format';
import { languageFacts } from '../i18n/languages';
import { Band } from './Band';
import { Said, speakersOf } from './speakers';
import './slip.css';

interface Props {
  readonly sheets: BlankSheets;
  readonly paper: Paper;
}

/** R25: one paper blank on a roll, to be filled in by hand. Not dated: a stack lies ready for weeks. */
export function BlankSlip({ sheets, paper }: Props) {
  const [language = 'en', second] = sheets.languages;
  const [batch] = sheets.batches;
  const [number = ''] = batch?.numbers ?? [];
  const speakers = speakersOf(language, second);
  if (batch === undefined) return null;
  const { doctor } = batch;
  return (
    <article
      className="slip slip-blank"
      data-slip
      data-paper={paper}
      lang={language}
      dir={languageFacts[language].direction}
      style={{ '--number-length': Math.max(5, number.length) } as CSSProperties}
    >
      {sheets.practice && <Band text="slip:practice" speakers={speakers} />}
      <header>
        <p className="slip-clinic" dir="auto">
          {sheets.clinicName}
        </p>
      </header>
      <section className="slip-token">
        <p className="slip-number" dir="ltr">
          {number}
        </p>
        <p className="slip-blank-doctor">
          <Said speakers={speakers} say={({ language }) => isolated(nameFor(doctor, language))} />
        </p>
        {doctor.room !== '' && (
          <p>
            <Said speakers={speakers} say={({ t }) => `${t('slip:roomLabel')} ${isolated(doctor.room)}`} />
          </p>
        )}
      </section>
      {(['patient', 'phone', 'date', 'time'] as const).map((field) => (
        <p key={field} className="slip-blank-line">
          <Said speakers={speakers.slice(0, 1)} say={({ t }) => t(`slip:${field}`)} /> <i />
        </p>
      ))}
      <p className="slip-blank-word">
        <Said speakers={speakers} say={({ t }) => t('slip:onPaper')} />
      </p>
    </article>
  );
}
