import type { AppStatus } from '../../../shared/model/app-status';
import { DEFAULT_COUNTRY } from '../../../shared/model/phone';
import { heldValue, useCall } from './query';

/** How the app stands; null until the first answer. */
export function useStatus(): AppStatus | null {
  return useCall('app.status', {}).value ?? null;
}

/** The same outside of components. */
export function statusNow(): AppStatus | undefined {
  return heldValue('app.status', {});
}

/** The clinic's time zone. */
export function useTimeZone(): string {
  return useStatus()?.timeZone ?? 'UTC';
}

/** Where phones are from that bear no country code. */
export function useCountry(): string {
  return useStatus()?.country ?? DEFAULT_COUNTRY;
}

/** The same outside of components. */
export function timeZoneNow(): string {
  return statusNow()?.timeZone ?? 'UTC';
}
