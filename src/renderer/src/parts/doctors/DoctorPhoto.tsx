import type { Doctor } from '../../../../shared/model/doctor';
import { useCall } from '../../data/query';
import { Face, initials } from '../../ui/Avatar';

interface Props {
  readonly doctor: Pick<Doctor, 'id' | 'name' | 'photo'>;
  /** Not available: without colour. */
  readonly isMuted?: boolean;
  /** Where there is no photo, and until it is here; default: the initials of the name. */
  readonly letters?: string;
  readonly className?: string;
}

/** The doctor's face, or letters where there is no photo; as large either way. */
export function DoctorPhoto({ doctor, isMuted, letters, className }: Props) {
  const { id: doctorId, name, photo } = doctor;
  const kept = useCall('doctors.photo', photo === null ? null : { doctorId, photo }).value;
  const src = photo === null || !kept ? null : `data:${kept.type};base64,${kept.data}`;
  return <Face src={src} letters={letters ?? initials(name, 'en')} isMuted={isMuted} className={className} />;
}
