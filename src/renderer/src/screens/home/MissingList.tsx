import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsSection } from '../../../../shared/model/screen';
import { inBrowser } from '../../api/client';
import { useCall } from '../../data/query';
import { useSettings } from '../../data/settings';
import { useStatus } from '../../data/status';
import { useCommand } from '../../data/useCommand';
import { useMay } from '../../data/who';
import { BlanksDialog } from '../../parts/paper/BlanksDialog';
import { save } from '../../parts/settings/save';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { missingOf } from './missing';

/** What the clinic still lacks, each with the way to where it is entered; nothing where nothing is missing. */
export function MissingList() {
  const { t } = useTranslation('setup');
  const settings = useSettings();
  const doctors = useCall('doctors.list', {}).value;
  const printers = useCall('printers.status', {}).value;
  const may = useMay();
  const knowsPersons = may('persons.list');
  const persons = useCall('persons.list', knowsPersons ? {} : null).value;
  const status = useStatus();
  const command = useCommand();
  const [makesBlanks, setMakesBlanks] = useState(false);
  if (settings === null || doctors === undefined || printers === undefined) return null;
  if (knowsPersons && persons === undefined) return null;
  // Paper is made at this computer, and for a clinic that is real.
  const blanks =
    inBrowser || status?.practice !== false || !may('documents.make') ? null : status.blanksPrinted;
  const missing = missingOf(settings, { doctors, printers, persons: persons ?? null, blanks });
  if (missing.length === 0) return null;
  async function open(section: SettingsSection | null): Promise<void> {
    if (section !== null) await command.runBare('windows.open', { screen: 'admin', section });
    else setMakesBlanks(true);
  }
  return (
    <section
      aria-label={t('missing.title')}
      data-testid="home-missing"
      className="mx-auto mb-6 flex w-full max-w-5xl flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-line bg-surface px-4 py-2.5"
    >
      <h2 className="flex items-center gap-2 font-bold">
        <Icon name="list" className="text-accent" />
        {t('missing.title')}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {missing.map(({ name, section, count }) => (
          <li key={name} className="flex items-center">
            <Button size="small" data-testid={`missing-${name}`} onPress={() => void open(section)}>
              {t(`missing.${name}`, { count })}
            </Button>
            {name === 'people' && may('settings.change') && (
              <IconButton
                label={t('missing.noPeople')}
                icon="close"
                data-testid="missing-people-none"
                onPress={() => void save({ people: { wantsNone: true } })}
              />
            )}
          </li>
        ))}
      </ul>
      {makesBlanks && (
        <BlanksDialog
          doctorIds={doctors.filter((doctor) => doctor.active).map(({ id }) => id)}
          makesSheets
          onClose={() => setMakesBlanks(false)}
        />
      )}
    </section>
  );
}
