import { useEffect } from 'react';
import { create } from 'zustand';
import type { Device, NetworkState } from '../../../shared/model/device';
import { call, subscribe } from '../api/client';
import { createRefresher } from './refresher';

/** When a device was last seen moves on without any event. */
const REFRESH_MS = 20_000;

interface DevicesState {
  /** null until the first answer. */
  readonly devices: readonly Device[] | null;
  readonly network: NetworkState | null;
}

export const useDevices = create<DevicesState>(() => ({ devices: null, network: null }));

const mirror = createRefresher(async () => {
  const [devices, network] = await Promise.all([call('devices.list', {}), call('devices.network', {})]);
  if (devices.ok) useDevices.setState({ devices: devices.value });
  if (network.ok) useDevices.setState({ network: network.value });
  return devices.ok && network.ok;
});

/** Keeps the devices, and the server they talk to, in step while a component shows them. */
export function useFollowedDevices(): DevicesState {
  useEffect(() => {
    mirror.refresh();
    const timer = setInterval(mirror.refresh, REFRESH_MS);
    const end = subscribe((event) => {
      if (event.type === 'devicesChanged' || event.type === 'everythingChanged') mirror.refresh();
    });
    return () => {
      clearInterval(timer);
      end();
    };
  }, []);
  return useDevices();
}
