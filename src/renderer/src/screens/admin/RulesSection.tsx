import { useTranslation } from 'react-i18next';
import { type RuleName, ruleCatalog } from '../../../../shared/model/rule-catalog';
import type { ScheduledChange } from '../../../../shared/model/settings-version';
import { sendBare } from '../../data/command';
import { useCall } from '../../data/query';
import { SettingGroup } from '../../ui/Setting';
import { NeedShare } from './rules/NeedShare';
import { ProposalBar } from './rules/ProposalBar';
import { type Coming, RuleRow } from './rules/RuleRow';
import { TryIt, useTrial } from './rules/TryIt';
import { useProposed } from './rules/useProposed';
import { Versions } from './rules/Versions';
import type { SectionProps } from './section';

/** Every rule setting. What is changed here is proposed first: tried, and then saved together, now or from a day. */
export function RulesSection({ settings: { rules, clinic } }: SectionProps) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  const proposed = useProposed(rules);
  const trial = useTrial();
  const scheduled = useCall('rules.versions', {}).value?.scheduled ?? [];
  return (
    <>
      <p className="text-pretty text-ink-soft">{t('intro')}</p>
      <ProposalBar
        proposed={proposed}
        isTrying={trial?.state === 'running'}
        onTry={() => void sendBare('trial.start', { rules: proposed.change })}
      />
      {trial !== undefined && <TryIt trial={trial} proposed={proposed} />}
      {ruleCatalog.map(({ group, settings }) => (
        <SettingGroup key={group} title={t(`group.${group}.title`)} text={t(`group.${group}.text`)}>
          {group === 'precedence' && <NeedShare />}
          {settings.map(([name, numbers]) => (
            <RuleRow
              key={name}
              name={name}
              rules={numbers}
              now={proposed.now.get(name) ?? null}
              proposed={proposed.differs.get(name)}
              coming={comingOf(scheduled, name)}
            />
          ))}
        </SettingGroup>
      ))}
      <Versions timeZone={clinic.timeZone} />
    </>
  );
}

/** What is saved of a rule for days to come. */
function comingOf(scheduled: readonly ScheduledChange[], name: RuleName): readonly Coming[] {
  const field = `rules.${name}`;
  return scheduled.flatMap(({ holdsFrom, changes, overruled }) => {
    const change = changes.find((one) => one.name === field);
    if (holdsFrom === null || change === undefined || overruled.includes(field)) return [];
    return [{ from: holdsFrom, value: change.to }];
  });
}
