import { i18n } from '../../i18n';
import { languages } from '../../i18n/languages';
import { Icon } from '../../ui/Icon';

/** Whom to ask, in every language: for screens where none was chosen yet. */
export function AskStaff() {
  return (
    <p className="flex flex-wrap items-center justify-center gap-x-6 gap-y-1 text-small text-ink-soft">
      <Icon name="help" className="size-6" />
      {languages.map((language) => (
        <bdi key={language} lang={language}>
          {i18n.getFixedT(language, 'kiosk')('askStaff')}
        </bdi>
      ))}
    </p>
  );
}
