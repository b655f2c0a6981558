import type { ReactNode } from 'react';
import { i18n } from '../i18n';
import { type Language, languageFacts } from '../i18n/languages';

export type SlipText = ReturnType<typeof slipText>;

/** One of the languages a slip speaks. */
export interface Speaker {
  readonly language: Language;
  readonly t: SlipText;
}

/** The patient's language, and a second one for whom the first is not enough. */
export function speakersOf(language: Language, second: Language | null | undefined): readonly Speaker[] {
  const spoken = second == null || second === language ? [language] : [language, second];
  return spoken.map((one) => ({ language: one, t: slipText(one) }));
}

function slipText(language: Language) {
  return i18n.getFixedT(language, ['slip', 'common']);
}

interface Props {
  readonly speakers: readonly Speaker[];
  readonly className?: string;
  readonly say: (speaker: Speaker) => string;
}

/** The same in each language, one under the other; what reads the same in both is printed once. */
export function Said({ speakers, className, say }: Props): ReactNode {
  const texts = speakers.map((speaker) => ({ language: speaker.language, text: say(speaker) }));
  return texts
    .filter(({ text }, index) => texts.findIndex((other) => plain(other.text) === plain(text)) === index)
    .map(({ language, text }, index) => (
      <span
        key={language}
        lang={language}
        dir={languageFacts[language].direction}
        className={`slip-said ${index > 0 ? 'slip-second' : ''} ${className ?? ''}`}
      >
        {text}
      </span>
    ));
}

/** Languages differ in the spaces they put around a dash; nobody reads those. */
function plain(text: string): string {
  return text.replace(/\s/g, '');
}
