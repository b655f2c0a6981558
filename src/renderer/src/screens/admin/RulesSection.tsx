import { useTranslation } from 'react-i18next';
import { ruleCatalog } from '../../../../shared/model/rule-catalog';
import { sendBare } from '../../data/command';
import { SettingGroup } from '../../ui/Setting';
import { NeedShare } from './rules/NeedShare';
import { ProposalBar } from './rules/ProposalBar';
import { RuleRow } from './rules/RuleRow';
import { TryIt, useTrial } from './rules/TryIt';
import { useProposed } from './rules/useProposed';
import { Versions } from './rules/Versions';
import type { SectionProps } from './section';

/** Every rule setting. What is changed here is proposed first: tried, and then saved together, now or from a day. */
export function RulesSection({ settings: { rules, clinic } }: SectionProps) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  const proposed = useProposed(rules);
  const trial = useTrial();
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
            />
          ))}
        </SettingGroup>
      ))}
      <Versions timeZone={clinic.timeZone} />
    </>
  );
}
