import type { DoctorSummary } from '../../../../shared/model/doctor-summary';
import { useStatus } from '../../data/status';
import { i18n } from '../../i18n';
import { type Language, languageFacts, languages } from '../../i18n/languages';
import { AskStaff } from './AskStaff';
import { BigButton } from './BigButton';
import { NotNow } from './NotNow';
import type { Step } from './visit';

interface Props {
  readonly doctors: readonly DoctorSummary[];
  readonly onChoose: (language: Language, step: Step) => void;
}

/** The start: each language in its own script, so that nobody has to read another to find theirs. */
export function LanguageStep({ doctors, onChoose }: Props) {
  const isNew = useStatus()?.empty === true;
  const onBooking = (language: Language): void => onChoose(language, 'booking');
  // None of those that this kiosk shows: whoever has booked with any doctor may still say so here.
  if (doctors.length === 0)
    return isNew ? <NotNow why="none" /> : <NotNow why="none" onBooking={onBooking} />;
  if (doctors.every((one) => one.state === 'closed')) return <NotNow why="closed" onBooking={onBooking} />;
  return (
    <div className="scroll-quiet flex grow flex-col gap-5 px-6 pb-5 portrait:justify-center portrait:gap-12 portrait:px-8 portrait:pb-[6vh]">
      <h1 className="flex flex-wrap justify-center gap-x-5 gap-y-1 text-center text-title font-bold portrait:flex-col portrait:gap-y-2 portrait:text-headline">
        {languages.map((language) => (
          <bdi key={language} lang={language}>
            {i18n.getFixedT(language, 'kiosk')('chooseLanguage')}
          </bdi>
        ))}
      </h1>
      <ul className="grid grow auto-rows-fr gap-4 portrait:grow-0 portrait:gap-6 landscape:grid-cols-2">
        {languages.map((language) => (
          <li key={language} className="flex" lang={language} dir={languageFacts[language].direction}>
            <BigButton
              icon="touch"
              title={languageFacts[language].name}
              text={i18n.getFixedT(language, 'kiosk')('begin')}
              large
              testId={`kiosk-language-${language}`}
              onPress={() => onChoose(language, 'need')}
            />
          </li>
        ))}
      </ul>
      <AskStaff />
    </div>
  );
}
