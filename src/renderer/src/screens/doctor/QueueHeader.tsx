import { useTranslation } from 'react-i18next';
import type { AppStatus, BookView } from '../../../../shared/model/view';
import { dayText, timeText } from '../../i18n/format';
import { useNow } from '../../stores/useNow';
import { Plate } from '../../ui/Avatar';
import { StateChips } from '../../ui/Chips';

interface Props {
  readonly view: BookView;
  readonly status: AppStatus;
  readonly lost: boolean;
}

/** Whose window this is, and the clinic's clock. */
export function QueueHeader({ view, status, lost }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const now = useNow();
  const { doctor } = view;
  return (
    <header className="flex shrink-0 items-center gap-4">
      <Plate prefix={doctor.prefix} />
      <div className="min-w-0 grow">
        <h1 dir="auto" className="truncate text-title font-bold">
          {doctor.name}
        </h1>
        <p className="truncate text-ink-soft">
          <bdi>{doctor.specialization}</bdi>
          {doctor.room !== '' && ` · ${t('common:room', { room: doctor.room })}`}
        </p>
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <StateChips
          demo={status.demo}
          clockShifted={status.clockShifted}
          lost={lost}
          training={status.training}
        />
      </div>
      <div className="shrink-0 text-end">
        <time className="signage block text-title">{timeText(now, status.timeZone)}</time>
        <p className="text-small whitespace-nowrap text-ink-soft">{dayText(view.serviceDay)}</p>
      </div>
    </header>
  );
}
