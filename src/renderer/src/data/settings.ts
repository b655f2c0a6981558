import { DEFAULT_COUNTRY } from '../../../shared/model/phone';
import type { Settings } from '../../../shared/model/settings';
import { useCall } from './query';

/** The clinic's settings; null until the first answer. */
export function useSettings(): Settings | null {
  return useCall('settings.read', {}).value ?? null;
}

/** Where phones are from that bear no country code. */
export function useCountry(): string {
  return useSettings()?.clinic.country ?? DEFAULT_COUNTRY;
}
