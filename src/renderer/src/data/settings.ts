import type { Settings } from '../../../shared/model/settings';
import { useCall } from './query';

/** The clinic's settings; null until the first answer. */
export function useSettings(): Settings | null {
  return useCall('settings.read', {}).value ?? null;
}
