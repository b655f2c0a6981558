import { useTranslation } from 'react-i18next';
import type { ServiceDay } from '../../../../../shared/model/time';
import { useSummaries } from '../../../data/summaries';
import { show } from '../../../stores/deskView';
import { Button } from '../../../ui/Button';

/** R25: after an outage there may be numbers on paper, which are entered for each doctor. */
export function PaperMeanwhile({ today }: { readonly today: ServiceDay }) {
  const { t } = useTranslation('desk');
  const doctors = useSummaries() ?? [];
  return (
    <div className="mt-auto flex flex-wrap items-center gap-2 border-t border-line pt-3">
      <p className="basis-full text-small text-ink-soft">{t('rules.overdue.paper')}</p>
      {doctors.map(({ doctor: { id: doctorId, prefix, name } }) => (
        <Button
          key={doctorId}
          size="small"
          icon="ticket"
          onPress={() => show({ kind: 'paper', doctorId, day: today })}
          data-testid={`desk-overdue-paper-${prefix}`}
        >
          {`${prefix} ${name}`}
        </Button>
      ))}
    </div>
  );
}
