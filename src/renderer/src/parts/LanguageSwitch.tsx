import { Radio, RadioGroup } from 'react-aria-components';
import { currentLanguage } from '../i18n';
import { type Language, languageFacts } from '../i18n/languages';

interface Props<L extends Language> {
  readonly label: string;
  readonly languages: readonly L[];
  /** Leads the test id of each language. */
  readonly testId: string;
  readonly className: string;
  readonly choiceClassName: string;
  readonly onChoose: (language: L) => void;
}

/** Each language by its own name, so that it is found by whoever reads no other. */
export function LanguageSwitch<L extends Language>(props: Props<L>) {
  const { label, languages, testId, className, choiceClassName, onChoose } = props;
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      value={currentLanguage()}
      onChange={(chosen) => {
        const language = languages.find((one) => one === chosen);
        if (language !== undefined) onChoose(language);
      }}
      className={className}
    >
      {languages.map((language) => (
        <Radio
          key={language}
          value={language}
          lang={language}
          data-testid={`${testId}-${language}`}
          className={`cursor-pointer rounded-small font-semibold ${choiceClassName}`}
        >
          {languageFacts[language].name}
        </Radio>
      ))}
    </RadioGroup>
  );
}
