import { useEffect } from 'react';
import { i18n } from '../i18n';

/** What the task bar says of this window: which screen, and whose. Null: not known yet. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    const appName = i18n.t('common:appName');
    document.title = title === null ? appName : `${title} · ${appName}`;
  }, [title]);
}
