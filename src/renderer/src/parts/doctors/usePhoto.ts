import { useState } from 'react';
import type { DoctorSchedule } from '../../../../shared/model/doctor-schedule';
import { useCall } from '../../data/query';

export interface PhotoDraft {
  /** What is shown, as the address of an image; null: none. */
  readonly src: string | null;
  /** Base64 of another one, null to take it away; undefined: as it was. */
  readonly changed: string | null | undefined;
  change(data: string | null): void;
}

/** The photo of a doctor while the form is open: sent when the rest is. */
export function usePhoto(doctor: DoctorSchedule | null): PhotoDraft {
  const [changed, change] = useState<string | null | undefined>(undefined);
  const photo = doctor?.photo ?? null;
  const kept = useCall('doctors.photo', doctor && photo ? { doctorId: doctor.id, photo } : null).value;
  if (changed !== undefined) {
    return { src: changed === null ? null : `data:image/webp;base64,${changed}`, changed, change };
  }
  return { src: photo !== null && kept ? `data:${kept.type};base64,${kept.data}` : null, changed, change };
}
