import { memo, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceDay } from '../../../../shared/model/time';
import { dayPlus } from '../../data/days';
import { useOpenAgain } from '../../data/openAgain';
import { dayText } from '../../i18n/format';
import { show, showPastDay, useDeskView } from '../../stores/deskView';
import { Button } from '../../ui/Button';
import { LookBar } from './LookBar';

/** R28: a yesterday opened again is in view until it is closed: nobody else would remember it. */
export const OpenAgainBar = memo(function OpenAgainBar({ today }: { readonly today: ServiceDay }) {
  const { t } = useTranslation(['desk', 'common']);
  const value = useOpenAgain(today);
  const pastDay = useDeskView((state) => state.pastDay);
  const yesterday = dayPlus(today, -1);
  const books = (value ?? []).filter(({ serviceDay }) => serviceDay === yesterday);
  const isOver = value !== null && books.length === 0;
  useEffect(() => {
    // Closed, by hand or at the turn of the day: there is nothing left to look at.
    if (pastDay !== null && (isOver || pastDay !== yesterday)) showPastDay(null);
  }, [isOver, pastDay, yesterday]);
  if (books.length === 0) return null;
  const left = books.reduce((sum, { noShows, notSeen }) => sum + noShows.length + notSeen.length, 0);
  const doctors = books.map(({ doctor }) => `${doctor.prefix} ${doctor.name}`).join(', ');
  return (
    <LookBar
      icon="return"
      title={t('rules.openAgain.title', { day: dayText(yesterday) })}
      text={`${doctors} · ${t('rules.openAgain.left', { count: left })}`}
      testId="desk-open-again"
    >
      {pastDay === null && (
        <Button size="small" onPress={() => showPastDay(yesterday)} data-testid="desk-open-again-look">
          {t('rules.openAgain.look')}
        </Button>
      )}
      <Button
        size="small"
        onPress={() => show({ kind: 'endDay', day: yesterday })}
        data-testid="desk-open-again-close"
      >
        {t('rules.openAgain.close')}
      </Button>
    </LookBar>
  );
});
