import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLost } from '../../data/link';
import { useSettings } from '../../data/settings';
import { useStatus } from '../../data/status';
import { isClockOff, StateChips } from '../../ui/Chips';
import { Icon } from '../../ui/Icon';
import { Splash } from '../../ui/Splash';
import { useTitle } from '../../ui/useTitle';
import { ConfirmChange } from './ConfirmChange';
import { type SectionName, sections } from './sections';

/** How the clinic works. Every change is saved at once and shown everywhere. */
export default function AdminScreen() {
  const { t } = useTranslation(['admin', 'common']);
  const status = useStatus();
  const lost = useLost();
  const settings = useSettings();
  const [section, setSection] = useState<SectionName>('clinic');
  useTitle(t('title'));
  if (status === null || settings === null) return <Splash lost={lost} />;
  return (
    <Tabs
      orientation="vertical"
      selectedKey={section}
      onSelectionChange={(key) => setSection(key as SectionName)}
      className="flex h-full min-h-0"
    >
      <aside className="scroll-quiet flex w-60 shrink-0 flex-col gap-4 border-e border-line bg-surface p-4">
        <h1 className="text-title font-bold">{t('title')}</h1>
        <TabList aria-label={t('title')} className="flex flex-col gap-1">
          {sections.map(({ name, icon }) => (
            <Tab
              key={name}
              id={name}
              data-testid={`admin-${name}`}
              className="flex cursor-pointer items-center gap-3 rounded-control px-3 py-2.5 font-semibold data-hovered:bg-sunken data-selected:bg-accent-soft data-selected:text-on-accent-soft"
            >
              <Icon name={icon} className="size-5" />
              {t(`section.${name}`)}
            </Tab>
          ))}
        </TabList>
        <div className="mt-auto flex flex-wrap gap-2">
          <StateChips clockShifted={isClockOff(status)} lost={lost} />
        </div>
      </aside>
      {/* Positioned: the unseen inputs of its switches would else lengthen the window, which then scrolls too. */}
      {sections.map(({ name, Section }) => (
        <TabPanel key={name} id={name} className="scroll-quiet relative min-w-0 grow p-6 outline-none">
          <div className="mx-auto flex max-w-4xl flex-col gap-5">
            <Section settings={settings} />
          </div>
        </TabPanel>
      ))}
      <ConfirmChange />
    </Tabs>
  );
}
