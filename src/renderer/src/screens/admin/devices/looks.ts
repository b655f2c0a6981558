import type { DeviceRole } from '../../../../../shared/model/device';
import type { IconName } from '../../../ui/Icon';

/** Each kind of device as the screens know it. */
export const deviceIcons: Readonly<Record<DeviceRole, IconName>> = {
  reception: 'bell',
  doctor: 'stethoscope',
  kiosk: 'touch',
  board: 'board',
  booking: 'globe',
  manager: 'phone',
};
