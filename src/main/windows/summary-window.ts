import type { BrowserWindow } from 'electron';
import type { DoctorId } from '../../shared/model/ids';
import { createWindow, showWhenReady } from './create';

/** What a day came to, to look at and to print: of one doctor or of all. */
export function openSummaryWindow(doctorId: DoctorId | null, serviceDay: string | undefined): BrowserWindow {
  const query = {
    ...(doctorId === null ? {} : { doctor: doctorId }),
    ...(serviceDay === undefined ? {} : { day: serviceDay }),
  };
  // It reads what a doctor's window may, and no more.
  const facts = { role: 'doctor', screen: 'summary', doctorId, query } as const;
  return showWhenReady(createWindow(facts, { width: 1000, height: 768, minWidth: 720, minHeight: 560 }));
}
