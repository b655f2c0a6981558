import { useTranslation } from 'react-i18next';
import { BackupPlaces } from '../../parts/backups/BackupPlaces';
import { BackupState } from '../../parts/backups/BackupState';
import { save } from '../../parts/settings/save';
import { SelectField } from '../../ui/SelectField';
import { SettingGroup, SettingSwitch } from '../../ui/Setting';
import { CopyList } from './backups/CopyList';
import { GoBack } from './backups/GoBack';
import { Passphrase } from './backups/Passphrase';
import type { SectionProps } from './section';

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const steps = [1, 2, 3, 4, 6, 12];

/** Copies of the data: how it stands, where and when they are made, and each of them. */
export function BackupsSection({ settings: { backup } }: SectionProps) {
  const { t } = useTranslation('backups');
  const hourChoices = hours.map((hour) => ({
    key: String(hour),
    text: `${String(hour).padStart(2, '0')}:00`,
  }));
  return (
    <>
      <BackupState />
      <BackupPlaces backup={backup} />
      <SettingGroup title={t('hours.title')}>
        <div className="flex flex-wrap gap-4">
          <SelectField
            label={t('hours.from')}
            value={String(backup.fromHour)}
            choices={hourChoices}
            testId="backup-from"
            onChange={(key) => void save({ backup: { fromHour: Number(key) } })}
          />
          <SelectField
            label={t('hours.to')}
            value={String(backup.toHour)}
            choices={hourChoices}
            testId="backup-to"
            onChange={(key) => void save({ backup: { toHour: Number(key) } })}
          />
          <SelectField
            label={t('hours.every')}
            value={String(backup.everyHours)}
            choices={steps.map((count) => ({
              key: String(count),
              text: count === 1 ? t('hours.everyHour') : t('hours.everyHours', { hours: count }),
            }))}
            testId="backup-every"
            onChange={(key) => void save({ backup: { everyHours: Number(key) } })}
          />
        </div>
        <SettingSwitch
          label={t('hours.close')}
          value={backup.onDayClose}
          testId="backup-on-close"
          onChange={(onDayClose) => void save({ backup: { onDayClose } })}
        />
      </SettingGroup>
      <Passphrase />
      <CopyList />
      <GoBack />
    </>
  );
}
