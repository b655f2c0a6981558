import type { Settings } from '../../../../../shared/model/settings';

/** What a new clinic is asked, in this order. Each can be skipped, and is found again in the settings. */
export const setUpSteps = ['clinic', 'doctors', 'people', 'printer', 'voice', 'backups', 'done'] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** What each step gets. */
export interface StepProps {
  readonly step: SetUpStep;
  readonly settings: Settings;
  readonly onGo: (step: SetUpStep) => void;
  readonly onNext: () => void;
}
