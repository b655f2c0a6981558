import type { Device } from '../../shared/model/device';
import type { DeviceId } from '../../shared/model/ids';

/** Other PCs, tablets and programs. */
export interface DeviceStore {
  /** Revoked ones too, the latest first. */
  devices(): readonly Device[];
  /** A device with the hash of its secret. */
  deviceSecret(id: DeviceId): { device: Device; secretHash: string } | undefined;
  addDevice(device: Device, secretHash: string): void;
  /** Changes what is given; once revoked it stays so. Undefined if there is no such device. */
  changeDevice(
    id: DeviceId,
    change: Partial<Pick<Device, 'name' | 'shows' | 'lastSeenAt' | 'revokedAt'>>,
  ): Device | undefined;
}
