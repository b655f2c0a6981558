import type { Settings } from '../../../../shared/model/settings';

/** What each part of the settings gets. */
export interface SectionProps {
  readonly settings: Settings;
}
