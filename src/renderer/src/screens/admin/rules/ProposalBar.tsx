import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serviceDaySchema } from '../../../../../shared/model/time';
import { dayPlus } from '../../../data/days';
import { useCall } from '../../../data/query';
import { useStatus } from '../../../data/status';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { dayText } from '../../../i18n/format';
import { save } from '../../../parts/settings/save';
import { discardProposal } from '../../../stores/proposal';
import { Button } from '../../../ui/Button';
import { DayField } from '../../../ui/DayField';
import { Icon } from '../../../ui/Icon';
import type { Proposed } from './useProposed';
import { changeText } from './words';

interface Props {
  readonly proposed: Proposed;
  readonly isTrying: boolean;
  readonly onTry: () => void;
}

/** What is proposed, whom it would reach at once, and what to do with it. In view however far one has scrolled. */
export function ProposalBar({ proposed: { change, differs }, isTrying, onTry }: Props) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  const today = useStatus()?.serviceDay;
  const looked = useCall('rules.impact', differs.size === 0 ? null : { rules: change }).value;
  const { busy, run } = useCommand();
  const [chosen, setChosen] = useState<string | null>(null);
  if (differs.size === 0 || today === undefined) return null;
  const day = serviceDaySchema.parse(chosen ?? dayPlus(today, 1));
  const would = looked?.would;
  const effects = (['closes', 'noShows', 'notSeen', 'moves'] as const).filter(
    (name) => (would?.[name] ?? 0) > 0,
  );
  return (
    <section
      aria-label={t('proposal.title')}
      data-testid="rules-proposal"
      className="sticky -top-6 z-20 -mx-2 flex flex-col gap-3 rounded-card border-2 border-accent bg-surface p-4 shadow-raised"
    >
      <div>
        <h2 className="text-lead font-bold">{t('proposal.count', { count: differs.size })}</h2>
        <ul className="figures scroll-quiet max-h-24 text-small">
          {(looked?.changes ?? []).map((one) => (
            <li key={one.name}>{changeText(t, one)}</li>
          ))}
        </ul>
        <p
          data-testid="rules-effects"
          className={effects.length > 0 ? 'flex gap-1.5 font-semibold text-warn' : 'text-small text-ink-soft'}
        >
          {effects.length > 0 && <Icon name="warn" className="mt-1 size-4 shrink-0" />}
          {effects.length > 0
            ? effects.map((name) => t(`admin:confirm.${name}`, { count: would?.[name] ?? 0 })).join(' ')
            : would !== undefined && t('proposal.nobody')}
        </p>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <Button tone="primary" icon="hourglass" busy={isTrying} onPress={onTry} data-testid="rules-try">
          {t('proposal.try')}
        </Button>
        <Button onPress={() => void save({ rules: change })} data-testid="rules-save">
          {t('proposal.save')}
        </Button>
        <span className="flex items-end gap-2">
          <DayField
            label={t('proposal.from')}
            text={dayText(day)}
            value={day}
            first={dayPlus(today, 1)}
            testId="rules-day"
            onChange={setChosen}
          />
          <Button
            busy={busy}
            data-testid="rules-schedule"
            onPress={() =>
              void run(
                'rules.schedule',
                { rules: change, holdsFrom: day },
                {
                  done: () => i18n.t('rules:proposal.scheduled', { day: dayText(day) }),
                  after: discardProposal,
                },
              )
            }
          >
            {t('proposal.schedule')}
          </Button>
        </span>
        <Button tone="plain" className="ms-auto" onPress={discardProposal} data-testid="rules-discard">
          {t('proposal.discard')}
        </Button>
      </div>
    </section>
  );
}
