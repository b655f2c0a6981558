import { useTranslation } from 'react-i18next';
import type { Preview } from '../../../../shared/model/preview';
import { MINUTE } from '../../../../shared/model/time';
import { i18n } from '../../i18n';
import { staffErrorText } from '../../i18n/errors';
import { slotText } from '../../i18n/format';
import { Alert } from '../../ui/Alert';
import { Icon } from '../../ui/Icon';
import { TokenNumber } from '../../ui/TokenNumber';
import { Contact } from '../Contact';
import type { PreviewState } from '../usePreview';

/** What a change of the doctor's day would do: to the times, to whoever loses a seat, and who must hear of it. */
export function Effects({ state }: { readonly state: PreviewState }) {
  const { t } = useTranslation(['day', 'common']);
  if (state.kind === 'none') return null;
  if (state.kind === 'refused') {
    return <Alert tone="warn" title={staffErrorText(state.error)} testId="day-refused" />;
  }
  const preview = state.kind === 'known' ? state.preview : state.last;
  if (preview === null) return <p className="text-ink-soft">{t('looking')}</p>;
  const { slots, moved, toTell } = preview;
  return (
    <div
      aria-live="polite"
      data-testid="day-effects"
      data-state={state.kind}
      className="flex flex-col gap-3 rounded-control bg-sunken px-4 py-3"
    >
      {slots.length === 0 ? (
        <p>{t('effects.noSlots')}</p>
      ) : (
        <ul aria-label={t('effects.slots')} className="figures flex flex-col gap-1">
          {slots.map((slot) => (
            <li key={slot.startMinute} className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-semibold">{slotText(slot)}</span>
              <Icon name="forward" directional className="size-4 self-center text-ink-soft" />
              <strong>{slotEffect(slot)}</strong>
            </li>
          ))}
        </ul>
      )}
      {moved.length === 0 ? (
        <p className="text-ink-soft">{t('effects.nobodyMoves')}</p>
      ) : (
        <section aria-label={t('effects.moved', { count: moved.length })}>
          <h3 className="font-bold">{t('effects.moved', { count: moved.length })}</h3>
          <p className="figures text-small">{moved.map(({ number }) => number).join(', ')}</p>
        </section>
      )}
      <People
        title={t('effects.toTell', { count: toTell.length })}
        people={toTell}
        isEmpty={t('effects.nobodyToTell')}
      />
    </div>
  );
}

type Person = Pick<Preview['toTell'][number], 'tokenId' | 'number' | 'patientName' | 'patientContact'>;

interface PeopleProps {
  readonly title: string;
  readonly people: readonly Person[];
  readonly isEmpty: string;
}

/** So many are named in full; the rest by their numbers, so that everybody is in view without scrolling. */
const NAMED = 6;

/** Some people by number, name and phone. */
export function People({ title, people, isEmpty }: PeopleProps) {
  const { t } = useTranslation(['day', 'common']);
  if (people.length === 0) return <p className="text-ink-soft">{isEmpty}</p>;
  const rest = people.slice(NAMED);
  return (
    <section aria-label={title}>
      <h3 className="font-bold">{title}</h3>
      <ul className="flex flex-col gap-0.5">
        {people.slice(0, NAMED).map(({ tokenId, number, patientName, patientContact }) => (
          <li key={tokenId} className="flex items-baseline gap-2 text-small">
            <TokenNumber className="text-small!">{number}</TokenNumber>
            <bdi className="min-w-0 grow truncate">{patientName}</bdi>
            <span className="figures shrink-0 text-ink-soft">
              {patientContact === '' ? t('noPhone') : <Contact text={patientContact} />}
            </span>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <p className="figures mt-1 text-small text-ink-soft">
          {t('andAlso', { numbers: rest.map(({ number }) => number).join(', ') })}
        </p>
      )}
    </section>
  );
}

function slotEffect({
  status,
  startMinute,
  endMinute,
  delayMinutes,
  delayBefore,
}: Preview['slots'][number]): string {
  if (status === 'closed') return i18n.t('day:effects.closes');
  if (delayMinutes === 0) return i18n.t('day:effects.onTime');
  const real = slotText({ startMinute: startMinute + delayMinutes, endMinute: endMinute + delayMinutes });
  const more = (delayMinutes - delayBefore) * MINUTE > 0;
  return i18n.t(more ? 'day:effects.later' : 'day:effects.earlier', {
    slot: real,
    minutes: Math.abs(delayMinutes - delayBefore),
  });
}
