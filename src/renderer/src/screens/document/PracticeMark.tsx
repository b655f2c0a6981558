import { useTranslation } from 'react-i18next';

/** A list of made-up people lies about like any other: it says so on every page. */
export function PracticeMark({ practice }: { readonly practice: boolean }) {
  const { t } = useTranslation('document');
  return practice ? <p className="document-practice">{t('practice')}</p> : null;
}
