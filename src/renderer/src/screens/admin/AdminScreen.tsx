import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLost } from '../../data/link';
import { useSettings } from '../../data/settings';
import { useStatus } from '../../data/status';
import { useCommand } from '../../data/useCommand';
import { useMay } from '../../data/who';
import { ManualButton } from '../../parts/manual/ManualButton';
import { PersonChip } from '../../parts/people/PersonChip';
import { ConfirmChange } from '../../parts/settings/ConfirmChange';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { isClockOff, StateChips } from '../../ui/Chips';
import { cx } from '../../ui/cx';
import { Icon } from '../../ui/Icon';
import { Splash } from '../../ui/Splash';
import { useTitle } from '../../ui/useTitle';
import { type Section, sections } from './sections';
import { useSection } from './useSection';

/** How the clinic works. Every change is saved at once and shown everywhere. */
export default function AdminScreen() {
  const { t } = useTranslation(['admin', 'common', 'people', 'reports']);
  const { runBare } = useCommand();
  const status = useStatus();
  const lost = useLost();
  const settings = useSettings();
  const [wanted, show] = useSection();
  const may = useMay();
  const seen = sections.filter(({ needs }) => may(needs.look));
  // One that may not be looked at gives way to the first that may.
  const shown = (seen.find(({ name }) => name === wanted) ?? seen[0])?.name ?? wanted;
  useTitle(t('title'));
  if (status === null || settings === null) return <Splash lost={lost} />;
  return (
    <Tabs
      orientation="vertical"
      selectedKey={shown}
      onSelectionChange={(key) => {
        const chosen = sections.find(({ name }) => name === key);
        if (chosen !== undefined) show(chosen.name);
      }}
      className="flex h-full min-h-0"
    >
      <aside className="scroll-quiet relative flex w-64 shrink-0 flex-col gap-3 border-e border-line bg-surface px-4 py-3">
        <h1 className="text-title font-bold">{t('title')}</h1>
        <TabList aria-label={t('title')} className="flex flex-col gap-0.5">
          {seen.map((section) => (
            <SectionTab key={section.name} section={section} />
          ))}
        </TabList>
        <div className="mt-auto flex flex-wrap gap-2">
          {may('reports.read') && (
            <Button
              size="small"
              icon="chart"
              onPress={() => void runBare('windows.open', { screen: 'reports' })}
              data-testid="admin-open-reports"
            >
              {t('reports:title')}
            </Button>
          )}
          <ManualButton />
          <PersonChip />
          <StateChips clockShifted={isClockOff(status)} lost={lost} />
        </div>
      </aside>
      {/* Positioned: the unseen inputs of its switches would else lengthen the window, which then scrolls too. */}
      {seen.map(({ name, Section: Part, isWide, needs }) => (
        <TabPanel key={name} id={name} className="scroll-quiet relative min-w-0 grow p-6 outline-none">
          <div className={cx('mx-auto flex flex-col gap-5', isWide === true ? 'max-w-6xl' : 'max-w-4xl')}>
            {!may(needs.change) && (
              // In view however far down one reads.
              <div className="sticky top-0 z-10">
                <Alert tone="info" title={t('people:readOnly')} testId="admin-read-only" />
              </div>
            )}
            <div inert={!may(needs.change)} className="flex flex-col gap-5 inert:grayscale">
              <Part settings={settings} />
            </div>
          </div>
        </TabPanel>
      ))}
      <ConfirmChange />
    </Tabs>
  );
}

/** A list of tabs holds nothing but tabs: the name of a group is drawn over its first one, and not read with it. */
function SectionTab({ section: { name, icon, begins } }: { readonly section: Section }) {
  const { t } = useTranslation('admin');
  return (
    <Tab
      id={name}
      data-testid={`admin-${name}`}
      {...(begins === undefined ? {} : { 'data-group': t(`group.${begins}`) })}
      className={cx(
        'relative flex cursor-pointer items-center gap-3 rounded-control px-3 py-1.5 font-semibold data-hovered:bg-sunken data-selected:bg-accent-soft data-selected:text-on-accent-soft',
        begins !== undefined &&
          'mt-8 before:pointer-events-none before:absolute before:start-3 before:-top-6 before:text-caption before:font-semibold before:whitespace-nowrap before:text-ink-faint before:content-[attr(data-group)/""] first:mt-7',
      )}
    >
      <Icon name={icon} className="size-5" />
      {t(`section.${name}`)}
    </Tab>
  );
}
