import { useTranslation } from 'react-i18next';
import { staffErrorText } from '../../i18n/errors';
import type { PreviewState } from '../../parts/usePreview';
import { Alert } from '../../ui/Alert';
import { MovedList } from './MovedList';
import { placeSentence } from './sentences';

interface Props {
  readonly state: PreviewState;
  /** Whether the token itself gets another place, which is then said. */
  readonly showsPlace: boolean;
  /** Said with the place, where it is not of today. */
  readonly day?: string | null;
}

/** What a change would do, before it is confirmed: to the token, and to everybody it moves. */
export function PreviewOutcome({ state, showsPlace, day = null }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  if (state.kind === 'none') return null;
  if (state.kind === 'refused') {
    return <Alert tone="warn" title={staffErrorText(state.error)} testId="desk-refused" />;
  }
  const preview = state.kind === 'known' ? state.preview : state.last;
  if (preview === null) return <p className="text-ink-soft">{t('preview.asking')}</p>;
  const { moved } = preview;
  return (
    <div
      aria-live="polite"
      data-testid="desk-outcome"
      className="flex flex-col gap-2 rounded-control bg-sunken px-4 py-3"
    >
      {showsPlace && (
        <p className="font-bold">
          {day !== null && `${preview.token?.number ?? ''}: `}
          {placeSentence(preview, day)}
        </p>
      )}
      {moved.length === 0 ? (
        <p className="text-ink-soft">
          {t(
            preview.token === null ? 'preview.nobody' : showsPlace ? 'preview.nobodyElse' : 'preview.noSeats',
          )}
        </p>
      ) : (
        <>
          <p className="font-semibold">
            {t(preview.token === null ? 'preview.movedBySlot' : 'preview.moved', { count: moved.length })}
          </p>
          <MovedList moved={moved} />
        </>
      )}
    </div>
  );
}
