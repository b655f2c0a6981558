import { i18n } from '../../i18n';
import { type Language, languageFacts, languages } from '../../i18n/languages';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { AskStaff } from './AskStaff';

interface Props {
  readonly why: 'none' | 'closed';
  /** Whoever has a booking may still come late. */
  readonly onBooking?: (language: Language) => void;
}

/** No tokens here now: said in every language, since none was chosen yet. */
export function NotNow({ why, onBooking }: Props) {
  return (
    <div
      data-testid={why === 'none' ? 'kiosk-no-doctors' : 'kiosk-closed'}
      className="scroll-quiet flex grow flex-col items-center justify-center gap-6 px-6 pb-6 portrait:gap-10"
    >
      <span className="flex size-20 items-center justify-center rounded-pill bg-accent-soft text-on-accent-soft">
        <Icon name={why === 'none' ? 'stethoscope' : 'moon'} className="size-10" />
      </span>
      <ul className="grid w-full max-w-[64rem] gap-4 landscape:grid-cols-2">
        {languages.map((language) => {
          const t = i18n.getFixedT(language, 'kiosk');
          return (
            <li
              key={language}
              lang={language}
              dir={languageFacts[language].direction}
              className="flex flex-col gap-2 rounded-ticket bg-surface p-5 shadow-card"
            >
              <h2 className="text-title font-bold">{t(`${why}.title`)}</h2>
              <p className="text-lead text-ink-soft">{t(`${why}.text`)}</p>
              {onBooking !== undefined && (
                <Button
                  size="touch"
                  icon="calendar"
                  className="mt-auto"
                  onPress={() => onBooking(language)}
                  data-testid={`kiosk-late-booking-${language}`}
                >
                  {t('need.booking')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <AskStaff />
    </div>
  );
}
