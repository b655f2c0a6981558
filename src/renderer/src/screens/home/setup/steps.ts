import type { SetUpStep } from '../../../../../shared/model/set-up';
import type { Settings } from '../../../../../shared/model/settings';

/** What each step gets. */
export interface StepProps {
  readonly step: SetUpStep;
  readonly settings: Settings;
  readonly onGo: (step: SetUpStep) => void;
  readonly onNext: () => void;
}
