import { i18n } from '../../i18n';
import { languageFacts, languages } from '../../i18n/languages';
import { Icon } from '../../ui/Icon';
import { useTitle } from '../../ui/useTitle';

/**
 * Stands on another computer’s kiosk, board or desk while that one does not answer: `?screen=away&origin=http://…`. Main looks for
 * it, and loads its page again.
 */
export default function AwayScreen() {
  const origin = new URLSearchParams(location.search).get('origin') ?? '';
  useTitle(i18n.t('error.away'));
  return (
    <main
      data-testid="away"
      className="scroll-quiet flex h-full flex-col items-center justify-center gap-8 p-6"
    >
      <span className="flex size-20 items-center justify-center rounded-pill bg-accent-soft text-on-accent-soft">
        <Icon name="warn" className="size-10" />
      </span>
      <ul className="flex flex-col gap-5">
        {languages.map((language) => {
          const t = i18n.getFixedT(language, 'common');
          return (
            <li
              key={language}
              lang={language}
              dir={languageFacts[language].direction}
              className="text-center"
            >
              <h1 className="text-title font-bold">{t('error.away')}</h1>
              <p className="text-lead text-pretty text-ink-soft">{t('error.awayText')}</p>
            </li>
          );
        })}
      </ul>
      <p className="text-ink-soft" dir="ltr">
        {origin}
      </p>
    </main>
  );
}
