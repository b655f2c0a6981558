import type { ComponentType } from 'react';
import type { CallName } from '../../../../shared/contract';
import type { SettingsSection } from '../../../../shared/model/screen';
import type { IconName } from '../../ui/Icon';
import { AlarmsSection } from './AlarmsSection';
import { AuditSection } from './AuditSection';
import { BackupsSection } from './BackupsSection';
import { BoardSection } from './BoardSection';
import { ClinicSection } from './ClinicSection';
import { DevicesSection } from './DevicesSection';
import { DoctorsSection } from './DoctorsSection';
import { FeesSection } from './FeesSection';
import { HolidaysSection } from './HolidaysSection';
import { PeopleSection } from './PeopleSection';
import { PhonesSection } from './PhonesSection';
import { PrintingSection } from './PrintingSection';
import { PrivacySection } from './PrivacySection';
import { RulesSection } from './RulesSection';
import type { SectionProps } from './section';
import { UpdatesSection } from './UpdatesSection';
import { VoiceSection } from './VoiceSection';

export interface Section {
  readonly name: SettingsSection;
  readonly icon: IconName;
  readonly Section: ComponentType<SectionProps>;
  /** With tables that need the room. */
  readonly isWide?: true;
  /** To see it, and to change something in it. */
  readonly needs: { readonly look: CallName; readonly change: CallName };
  /** The first of those that belong together. */
  readonly begins?: 'clinic' | 'work' | 'stations' | 'records';
}

/** The parts of the settings, in the order in which they are listed. */
export const sections: readonly Section[] = [
  {
    name: 'clinic',
    icon: 'door',
    Section: ClinicSection,
    needs: { look: 'settings.read', change: 'settings.change' },
    begins: 'clinic',
  },
  {
    name: 'doctors',
    icon: 'stethoscope',
    Section: DoctorsSection,
    needs: { look: 'doctors.list', change: 'leaves.add' },
    isWide: true,
  },
  {
    name: 'holidays',
    icon: 'calendar',
    Section: HolidaysSection,
    needs: { look: 'closures.list', change: 'closures.add' },
  },
  {
    name: 'rules',
    icon: 'list',
    Section: RulesSection,
    needs: { look: 'settings.read', change: 'settings.change' },
    begins: 'work',
  },
  {
    name: 'fees',
    icon: 'purse',
    Section: FeesSection,
    needs: { look: 'settings.read', change: 'settings.change' },
    isWide: true,
  },
  {
    name: 'people',
    icon: 'users',
    Section: PeopleSection,
    needs: { look: 'persons.list', change: 'persons.save' },
  },
  {
    name: 'printing',
    icon: 'printer',
    Section: PrintingSection,
    needs: { look: 'printers.list', change: 'settings.change' },
    begins: 'stations',
  },
  {
    name: 'board',
    icon: 'board',
    Section: BoardSection,
    needs: { look: 'settings.read', change: 'settings.change' },
  },
  {
    name: 'voice',
    icon: 'speaker',
    Section: VoiceSection,
    needs: { look: 'voice.recordings', change: 'settings.change' },
  },
  {
    name: 'alarms',
    icon: 'bell',
    Section: AlarmsSection,
    needs: { look: 'settings.read', change: 'settings.change' },
  },
  {
    name: 'devices',
    icon: 'globe',
    Section: DevicesSection,
    needs: { look: 'devices.list', change: 'devices.startPairing' },
  },
  {
    name: 'phones',
    icon: 'ticket',
    Section: PhonesSection,
    needs: { look: 'settings.read', change: 'settings.change' },
  },
  {
    name: 'backups',
    icon: 'folder',
    Section: BackupsSection,
    needs: { look: 'backups.list', change: 'backups.setPassphrase' },
    begins: 'records',
  },
  {
    name: 'updates',
    icon: 'info',
    Section: UpdatesSection,
    needs: { look: 'updates.status', change: 'updates.choose' },
  },
  {
    name: 'privacy',
    icon: 'person',
    Section: PrivacySection,
    needs: { look: 'privacy.find', change: 'privacy.erase' },
  },
  {
    name: 'audit',
    icon: 'list',
    Section: AuditSection,
    // Nothing on record can be changed: whoever may look may do all there is.
    needs: { look: 'audit.list', change: 'audit.list' },
    isWide: true,
  },
];
