import type { ComponentType } from 'react';
import type { IconName } from '../../ui/Icon';
import { BoardSection } from './BoardSection';
import { ClinicSection } from './ClinicSection';
import { DevicesSection } from './DevicesSection';
import { PrintingSection } from './PrintingSection';
import type { SectionProps } from './section';
import { VoiceSection } from './VoiceSection';

export type SectionName = 'clinic' | 'printing' | 'board' | 'voice' | 'devices';

interface Section {
  readonly name: SectionName;
  readonly icon: IconName;
  readonly Section: ComponentType<SectionProps>;
}

/** The parts of the settings, in the order in which they are listed. */
export const sections: readonly Section[] = [
  { name: 'clinic', icon: 'door', Section: ClinicSection },
  { name: 'printing', icon: 'printer', Section: PrintingSection },
  { name: 'board', icon: 'board', Section: BoardSection },
  { name: 'voice', icon: 'speaker', Section: VoiceSection },
  { name: 'devices', icon: 'globe', Section: DevicesSection },
];
