import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { clinicNow } from '../data/clock';
import { useLink } from '../data/link';
import { useStatus } from '../data/status';
import { momentText } from '../i18n/format';
import { Icon } from '../ui/Icon';

/**
 * One place for every screen: when nothing is heard from the app, what is shown turns grey and says from when it
 * is. It can still be read and typed in, and comes back by itself.
 */
export function LinkGuard({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const status = useStatus();
  const { connection, lostAt, foundAt } = useLink();
  // Before the first answer there is nothing to grey; the screens say so themselves.
  const lost = connection === 'lost' && status !== null;
  useEffect(() => {
    document.documentElement.dataset.link = lost ? 'lost' : 'live';
  }, [lost]);
  return (
    <div className="flex h-full min-h-0 flex-col">
      {lost && (
        <p
          role="alert"
          data-testid="link-lost"
          className="flex shrink-0 items-center justify-center gap-3 bg-danger px-4 py-2 text-center font-bold text-on-danger"
        >
          <Icon name="warn" className="size-[1.4em]" />
          {t('link.lost', { time: momentText(lostAt ?? clinicNow(), status.timeZone, clinicNow()) })}
        </p>
      )}
      {lost && foundAt !== null && document.documentElement.dataset.screen !== 'kiosk' && (
        <p
          role="alert"
          data-testid="link-found"
          className="flex shrink-0 flex-wrap items-center justify-center gap-x-3 bg-warn-soft px-4 py-2 text-center font-semibold text-warn"
        >
          {t('link.found')}
          <a href={foundAt} dir="ltr" className="font-bold underline">
            {foundAt}
          </a>
        </p>
      )}
      <div id="screen" className="min-h-0 grow">
        {children}
      </div>
    </div>
  );
}
