import { useTranslation } from 'react-i18next';
import type { PlanPreview } from '../../../../shared/model/plan-preview';
import { i18n } from '../../i18n';
import { staffErrorText } from '../../i18n/errors';
import { dayText, slotText } from '../../i18n/format';
import { Alert } from '../../ui/Alert';
import { TokenNumber } from '../../ui/TokenNumber';
import type { LookState } from '../useLook';

interface Props {
  readonly state: LookState<PlanPreview>;
  /** Of one doctor: nobody needs the name at every day. */
  readonly namesDoctors?: boolean;
}

/** R34: whom another plan would move, day by day, and who must hear of it. */
export function PlanEffects({ state, namesDoctors = false }: Props) {
  const { t } = useTranslation(['doctors', 'day', 'common']);
  if (state.kind === 'none') return null;
  if (state.kind === 'refused') {
    return <Alert tone="warn" title={staffErrorText(state.error)} testId="plan-refused" />;
  }
  const preview = state.kind === 'known' ? state.preview : state.last;
  if (preview === null) return <p className="text-ink-soft">{t('day:looking')}</p>;
  return (
    <div
      aria-live="polite"
      data-testid="plan-effects"
      data-state={state.kind}
      className="flex flex-col gap-3 rounded-control bg-sunken px-4 py-3"
    >
      <p className="font-bold" data-testid="plan-sentence">
        {sentenceOf(preview)}
      </p>
      {preview.days
        .filter(({ moved }) => moved.length > 0)
        .map((day) => (
          <Day key={`${day.doctorId} ${day.serviceDay}`} day={day} namesDoctor={namesDoctors} />
        ))}
      {preview.notBack.length > 0 && (
        <section aria-label={t('effects.notBack', { count: preview.notBack.length })}>
          <h3 className="font-bold">{t('effects.notBack', { count: preview.notBack.length })}</h3>
          <p className="figures text-small">{preview.notBack.map(({ number }) => number).join(', ')}</p>
        </section>
      )}
    </div>
  );
}

/** `12 patients move: 9 get another time, 3 wait without one. All 12 are on the call list.` */
export function sentenceOf({ moved, days, toTell }: PlanPreview): string {
  if (moved === 0) return i18n.t('doctors:effects.nobody');
  const people = days.flatMap((day) => day.moved);
  const seated = people.filter(({ to }) => to !== null).length;
  const parts = [
    i18n.t('doctors:effects.moves', { count: moved }),
    ...(seated > 0 ? [i18n.t('doctors:effects.seated', { count: seated })] : []),
    ...(moved > seated ? [i18n.t('doctors:effects.listed', { count: moved - seated })] : []),
    ...(toTell.length > 0 ? [i18n.t('doctors:effects.told', { count: toTell.length })] : []),
  ];
  return parts.join(' ');
}

interface DayProps {
  readonly day: PlanPreview['days'][number];
  readonly namesDoctor: boolean;
}

/** So many are shown one by one; of more their numbers say enough. */
const NAMED = 8;

function Day({ day, namesDoctor }: DayProps) {
  const { t } = useTranslation(['doctors', 'day']);
  const rest = day.moved.slice(NAMED);
  return (
    <section aria-label={dayText(day.serviceDay)}>
      <h3 className="text-small font-semibold text-ink-soft">
        {dayText(day.serviceDay)}
        {namesDoctor && (
          <>
            {' · '}
            <bdi>{day.doctorName}</bdi>
          </>
        )}
      </h3>
      <ul className="flex flex-col gap-0.5">
        {day.moved.slice(0, NAMED).map(({ tokenId, number, patientName, from, to }) => (
          <li key={tokenId} className="flex items-baseline gap-2 text-small">
            <TokenNumber className="text-small!">{number}</TokenNumber>
            <bdi className="min-w-0 grow truncate">{patientName}</bdi>
            <span className="figures shrink-0 text-ink-soft">
              {from === null ? t('effects.list') : slotText(from)} →{' '}
              <strong className="text-ink">{to === null ? t('effects.list') : slotText(to)}</strong>
            </span>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <p className="figures text-small text-ink-soft">
          {t('day:andAlso', { numbers: rest.map(({ number }) => number).join(', ') })}
        </p>
      )}
    </section>
  );
}
