import { useTranslation } from 'react-i18next';
import type { Preview } from '../../../../shared/model/preview';
import { useTimeZone } from '../../data/status';
import { slotText } from '../../i18n/format';
import { waitText } from '../../i18n/waits';

interface Props {
  readonly preview: Preview;
  /** Said before the place. */
  readonly whose?: string;
  readonly testId: string;
}

/** Where somebody would be, and how long they would wait; and who else would move by it. */
export function PlaceLine({ preview, whose, testId }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const timeZone = useTimeZone();
  const { seat, wait, moved } = preview;
  const parts = [
    ...(whose === undefined ? [] : [whose]),
    seat === null ? t('transfer.list') : slotText(seat),
    ...(wait === null ? [] : [waitText(wait, timeZone)]),
  ];
  return (
    <div aria-live="polite" className="figures rounded-control bg-sunken px-4 py-3">
      <p data-testid={testId} className="font-semibold">
        {parts.join(' · ')}
      </p>
      {moved.length > 0 && (
        <p className="text-small">
          {t('othersMove', { count: moved.length, numbers: moved.map(({ number }) => number).join(', ') })}
        </p>
      )}
    </div>
  );
}
