import type { ComponentType } from 'react';
import type { SettingsSection } from '../../../../shared/model/screen';
import type { IconName } from '../../ui/Icon';
import { BoardSection } from './BoardSection';
import { ClinicSection } from './ClinicSection';
import { DevicesSection } from './DevicesSection';
import { DoctorsSection } from './DoctorsSection';
import { HolidaysSection } from './HolidaysSection';
import { PrintingSection } from './PrintingSection';
import type { SectionProps } from './section';
import { VoiceSection } from './VoiceSection';

export interface Section {
  readonly name: SettingsSection;
  readonly icon: IconName;
  readonly Section: ComponentType<SectionProps>;
  /** With tables that need the room. */
  readonly isWide?: true;
  /** The first of those that belong together. */
  readonly begins?: 'clinic' | 'work' | 'stations' | 'records';
}

/** The parts of the settings, in the order in which they are listed. */
export const sections: readonly Section[] = [
  { name: 'clinic', icon: 'door', Section: ClinicSection, begins: 'clinic' },
  { name: 'doctors', icon: 'stethoscope', Section: DoctorsSection, isWide: true },
  { name: 'holidays', icon: 'calendar', Section: HolidaysSection },
  { name: 'printing', icon: 'printer', Section: PrintingSection, begins: 'stations' },
  { name: 'board', icon: 'board', Section: BoardSection },
  { name: 'voice', icon: 'speaker', Section: VoiceSection },
  { name: 'devices', icon: 'globe', Section: DevicesSection },
];
