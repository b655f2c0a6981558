import type { BrowserWindow } from 'electron';
import type { DoctorId } from '../../shared/model/ids';
import { createWindow, showWhenReady } from './create';

/** A doctor's queue; without a doctor the window lets one choose. */
export function openDoctorWindow(doctorId: DoctorId | null): BrowserWindow {
  const facts = { role: 'doctor', screen: 'doctor', doctorId } as const;
  return showWhenReady(
    createWindow(facts, {
      width: 1366,
      height: 768,
      minWidth: 900,
      minHeight: 600,
      // An emergency is heard in a window that nobody has touched yet.
      webPreferences: { autoplayPolicy: 'no-user-gesture-required' },
    }),
  );
}
