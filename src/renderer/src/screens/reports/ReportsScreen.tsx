import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type ReportName, reportNames } from '../../../../shared/model/report-figures';
import { useStatus } from '../../data/status';
import { ManualButton } from '../../parts/manual/ManualButton';
import { OwnChips } from '../../parts/OwnChips';
import { PersonChip } from '../../parts/people/PersonChip';
import { Splash } from '../../ui/Splash';
import { useTitle } from '../../ui/useTitle';
import { Definitions } from './Definitions';
import { ReportPage } from './ReportPage';
import { SavedViews } from './SavedViews';
import { atFirst, type Looked } from './wish';

const DEFINITIONS = 'definitions';
const tabs = [...reportNames, DEFINITIONS] as const;
type TabName = (typeof tabs)[number];

/** What happened on many days: each report a tab, and what its figures mean. */
export default function ReportsScreen() {
  const { t } = useTranslation('reports');
  const status = useStatus();
  const [tab, setTab] = useState<TabName>(atFirst.look.report);
  const [looked, setLooked] = useState<Looked>(atFirst);
  useTitle(t('title'));
  if (status === null) return <Splash />;

  function show(name: TabName): void {
    setTab(name);
    if (name !== DEFINITIONS) setLooked({ ...looked, look: { ...looked.look, report: name } });
  }
  function open(view: Looked): void {
    setLooked(view);
    setTab(view.look.report);
  }

  return (
    <Tabs
      orientation="vertical"
      selectedKey={tab}
      onSelectionChange={(key) => {
        const name = tabs.find((one) => one === key);
        if (name !== undefined) show(name);
      }}
      className="flex h-full min-h-0"
      data-testid="reports"
    >
      <aside className="scroll-quiet flex w-52 shrink-0 flex-col gap-3 border-e border-line bg-surface px-3 py-3">
        <h1 className="px-3 text-title font-bold">{t('title')}</h1>
        <TabList aria-label={t('title')} className="flex flex-col gap-0.5">
          {tabs.map((name) => (
            <Tab
              key={name}
              id={name}
              data-testid={`reports-${name}`}
              className="cursor-pointer rounded-control px-3 py-1.5 font-semibold data-hovered:bg-sunken data-selected:bg-accent-soft data-selected:text-on-accent-soft"
            >
              {t(`tab.${name}`)}
            </Tab>
          ))}
        </TabList>
        <SavedViews looked={looked} onOpen={open} />
        <div className="mt-auto flex flex-wrap gap-2">
          <ManualButton />
          <PersonChip />
          <OwnChips />
        </div>
      </aside>
      {tabs.map((name) => (
        <TabPanel key={name} id={name} className="scroll-quiet relative min-w-0 grow outline-none">
          {name === DEFINITIONS ? (
            <Definitions />
          ) : (
            <ReportPage looked={ofReport(looked, name)} today={status.serviceDay} onChange={setLooked} />
          )}
        </TabPanel>
      ))}
    </Tabs>
  );
}

/** Its own, also in the moment before the choice has come through. */
function ofReport(looked: Looked, report: ReportName): Looked {
  return looked.look.report === report ? looked : { ...looked, look: { ...looked.look, report } };
}
