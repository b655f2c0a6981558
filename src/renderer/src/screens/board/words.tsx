import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import type { BoardView } from '../../../../shared/model/board';
import { i18n } from '../../i18n';
import { type Language, languageFacts } from '../../i18n/languages';

/** The board's languages: the second may be missing. */
export type BoardLanguages = Pick<BoardView, 'language' | 'secondLanguage'>;

export const Languages = createContext<BoardLanguages>({ language: 'en', secondLanguage: null });

/** Makes a text in one language. */
export type Say = (t: TFunction<['board', 'common']>, language: Language) => string;

interface Props {
  readonly say: Say;
  /** The second language beside the first, or under it. */
  readonly apart?: 'beside' | 'below';
  /** Where there is no room for the second. */
  readonly only?: boolean;
  readonly className?: string;
}

/** A text in both languages of the board, each with its own reading direction. */
export function Both({ say, apart = 'beside', only = false, className }: Props) {
  const { language, secondLanguage } = useContext(Languages);
  const below = apart === 'below';
  return (
    <span className={className}>
      <Words say={say} language={language} className={below ? 'block' : 'inline'} />
      {secondLanguage !== null && !only && (
        <>
          {!below && <span aria-hidden="true"> · </span>}
          <Words
            say={say}
            language={secondLanguage}
            className={below ? 'board-second block' : 'board-second'}
          />
        </>
      )}
    </span>
  );
}

interface WordsProps {
  readonly say: Say;
  readonly language: Language;
  readonly className: string;
}

function Words({ say, language, className }: WordsProps) {
  const t = i18n.getFixedT<['board', 'common']>(language, ['board', 'common']);
  return (
    <bdi lang={language} dir={languageFacts[language].direction} className={className}>
      {say(t, language)}
    </bdi>
  );
}

/** A text in the first language alone, where there is no room for both. */
export function First({ say, className = '' }: { readonly say: Say; readonly className?: string }) {
  const { language } = useContext(Languages);
  return <Words say={say} language={language} className={className} />;
}
