import { setLanguage } from '../../i18n';
import { languageFacts, languages } from '../../i18n/languages';
import { Button } from '../../ui/Button';
import { Controls } from './Controls';
import { Fields } from './Fields';
import { Messages } from './Messages';
import { Signs } from './Signs';

/**
 * Every component in every state, for whoever changes one: `?screen=gallery` in a run that is not packaged.
 * Light and dark follow the system; a language changes the reading direction.
 */
export default function GalleryScreen() {
  return (
    <main className="scroll-quiet flex h-full flex-col gap-10 p-8">
      <header className="flex flex-wrap items-center gap-4">
        <h1 className="me-auto text-headline font-bold">Gallery</h1>
        {languages.map((language) => (
          <Button
            key={language}
            size="small"
            onPress={() => setLanguage(language)}
            data-testid={`gallery-${language}`}
          >
            {languageFacts[language].name}
          </Button>
        ))}
      </header>
      <Signs />
      <Controls />
      <Fields />
      <Messages />
    </main>
  );
}
