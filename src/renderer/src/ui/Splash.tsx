import { useTranslation } from 'react-i18next';
import { Alert } from './Alert';
import { Spinner } from './Spinner';

/** Before the first answer; says so if none comes. */
export function Splash({ lost = false, message }: { readonly lost?: boolean; readonly message?: string }) {
  const { t } = useTranslation();
  return (
    <div className="flex h-full items-center justify-center p-8">
      {lost ? (
        <Alert tone="danger" title={t('chip.lost')} text={message ?? t('chip.lostMeaning')} />
      ) : (
        <p role="status" className="flex items-center gap-3 text-lead text-ink-soft">
          <Spinner /> {t('loading')}
        </p>
      )}
    </div>
  );
}
