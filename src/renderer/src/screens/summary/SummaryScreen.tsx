import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../shared/contract';
import type { DaySummary } from '../../../../shared/model/day';
import { doctorIdSchema } from '../../../../shared/model/ids';
import { serviceDaySchema } from '../../../../shared/model/time';
import type { Held } from '../../data/held';
import { tell, useCall } from '../../data/query';
import { staffErrorText } from '../../i18n/errors';
import { dayText, timeText } from '../../i18n/format';
import { OwnChips } from '../../parts/OwnChips';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Splash } from '../../ui/Splash';
import { useTitle } from '../../ui/useTitle';
import { FiguresTable } from './FiguresTable';
import { HourBars, ShareBar } from './Plots';
import './summary.css';

/** What a day came to: `?screen=summary&doctor=<id>&day=2026-01-05`; to look at, and to print on one page. */
export default function SummaryScreen() {
  const { t } = useTranslation(['day', 'common']);
  const { value: summary, error } = useSummary();
  useTitle(summary === undefined ? t('summary.title') : titleOf(summary, t('summary.title')));
  if (summary === undefined) {
    return error === undefined ? <Splash /> : <EmptyState icon="warn" title={staffErrorText(error)} />;
  }
  const { serviceDay, clinicName, timeZone, now, doctors, total } = summary;
  const isOpen = doctors.some(({ status }) => status === 'open');
  const [only] = doctors;
  return (
    <main
      data-testid="summary"
      className="summary-page mx-auto flex min-h-full max-w-4xl flex-col gap-6 bg-surface p-8"
    >
      <header className="flex items-start gap-6">
        <div className="min-w-0 grow">
          <p dir="auto" className="text-ink-soft">
            {clinicName}
          </p>
          <h1 className="text-headline font-bold">
            {t('summary.title')}
            {doctors.length === 1 && only !== undefined && (
              <bdi className="block text-title">{only.doctor.name}</bdi>
            )}
          </h1>
          <p className="figures">
            {dayText(serviceDay)} · {t('summary.counted', { time: timeText(now, timeZone) })}
          </p>
          <OwnChips />
        </div>
        <Button
          tone="primary"
          icon="printer"
          shortcut="Ctrl P"
          autoFocus
          onPress={() => window.print()}
          className="summary-screen-only"
          data-testid="summary-print"
        >
          {t('summary.print')}
        </Button>
      </header>
      {isOpen && <Alert tone="info" title={t('summary.notClosed')} />}
      <ShareBar figures={total} />
      <FiguresTable doctors={doctors} total={total} />
      <HourBars byHour={total.byHour} />
    </main>
  );
}

/** Whose day, and which one. */
function titleOf({ doctors, serviceDay }: DaySummary, title: string): string {
  const [only] = doctors;
  const name = doctors.length === 1 && only !== undefined ? [only.doctor.name] : [];
  return [...name, title, dayText(serviceDay)].join(', ');
}

/** The summary, counted anew whenever a book changes. The day stays the one it was opened for. */
function useSummary(): Held<DaySummary> {
  const [wish, setWish] = useState(wished);
  const held = useCall('books.summary', wish);
  useEffect(() => {
    if (wish.serviceDay !== undefined || held.value === undefined) return;
    const ofThatDay = { ...wish, serviceDay: held.value.serviceDay };
    tell('books.summary', ofThatDay, held.value);
    setWish(ofThatDay);
  }, [wish, held.value]);
  return held;
}

function wished(): CallInput<'books.summary'> {
  const query = new URLSearchParams(location.search);
  const doctorId = doctorIdSchema.safeParse(query.get('doctor')).data;
  const serviceDay = serviceDaySchema.safeParse(query.get('day')).data;
  return { ...(doctorId !== undefined && { doctorId }), ...(serviceDay !== undefined && { serviceDay }) };
}
