import { useTranslation } from 'react-i18next';
import { BLANKS_ON_SHEET, type BlankSheets } from '../../../../shared/model/blanks';
import { languageFacts } from '../../i18n/languages';
import { PracticeMark } from './PracticeMark';

type Batch = BlankSheets['batches'][number];

/** R25: paper blanks for an outage, twenty to a sheet, to be cut along the lines. Not dated: a stack lies ready for weeks. */
export function Blanks({ sheets }: { readonly sheets: BlankSheets }) {
  return sheets.batches.flatMap((batch) =>
    pagesOf(batch.numbers).map((numbers) => (
      <section key={`${batch.doctor.id} ${numbers[0]}`} className="blanks" data-document="blanks">
        {numbers.map((number) => (
          <Blank key={number} number={number} doctor={batch.doctor} sheets={sheets} />
        ))}
      </section>
    )),
  );
}

function pagesOf(numbers: readonly string[]): (readonly string[])[] {
  const pages = Math.ceil(numbers.length / BLANKS_ON_SHEET);
  return Array.from({ length: pages }, (_none, page) =>
    numbers.slice(page * BLANKS_ON_SHEET, (page + 1) * BLANKS_ON_SHEET),
  );
}

interface BlankProps {
  readonly number: string;
  readonly doctor: Batch['doctor'];
  readonly sheets: BlankSheets;
}

function Blank({ number, doctor, sheets }: BlankProps) {
  const { i18n } = useTranslation();
  const [language = 'en'] = sheets.languages;
  const t = i18n.getFixedT(language, 'slip');
  return (
    <article className="blank" dir={languageFacts[language].direction} lang={language}>
      <header>
        <b className="blank-number">
          <bdi>{number}</bdi>
        </b>
        <p>
          <b>
            <bdi>{doctor.name}</bdi>
          </b>
          {doctor.room !== '' && (
            <>
              {' · '}
              {t('roomLabel')} <bdi>{doctor.room}</bdi>
            </>
          )}
          <small>
            <bdi>{sheets.clinicName}</bdi>
          </small>
        </p>
      </header>
      {sheets.practice && <PracticeMark practice />}
      <p className="blank-line">
        {t('patient')} <i />
      </p>
      <p className="blank-line">
        {t('phone')} <i className="blank-wide" /> {t('date')} <i /> {t('time')} <i />
      </p>
      {sheets.languages.map((one) => (
        <small key={one} lang={one} dir={languageFacts[one].direction} className="blank-word">
          {i18n.getFixedT(one, 'slip')('onPaper')}
        </small>
      ))}
    </article>
  );
}
