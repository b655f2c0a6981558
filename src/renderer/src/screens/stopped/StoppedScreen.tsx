import { i18n } from '../../i18n';
import { languageFacts, languages } from '../../i18n/languages';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { useTitle } from '../../ui/useTitle';

/** Stands where a page died again and again: `?screen=stopped&back=?screen=kiosk`. One button starts that page again. */
export default function StoppedScreen() {
  const back = new URLSearchParams(location.search).get('back') ?? '';
  const texts = languages.map((language) => ({ language, t: i18n.getFixedT(language, 'common') }));
  useTitle(i18n.t('error.crashed'));
  return (
    <main
      data-testid="stopped"
      className="scroll-quiet flex h-full flex-col items-center justify-center gap-8 p-6"
    >
      <span className="flex size-20 items-center justify-center rounded-pill bg-accent-soft text-on-accent-soft">
        <Icon name="warn" className="size-10" />
      </span>
      <ul className="flex flex-col gap-4">
        {texts.map(({ language, t }) => (
          <li key={language} lang={language} dir={languageFacts[language].direction} className="text-center">
            <h1 className="text-title font-bold">{t('error.crashed')}</h1>
            <p className="text-lead text-ink-soft">{t('error.crashedText')}</p>
          </li>
        ))}
      </ul>
      <Button
        tone="primary"
        size="touch"
        autoFocus
        onPress={() => location.replace(back)}
        data-testid="stopped-restart"
      >
        {texts.map(({ t }) => t('error.restart')).join(' · ')}
      </Button>
    </main>
  );
}
