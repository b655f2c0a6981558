import type { Doctor } from '../../../../shared/model/doctor';
import { useCall } from '../../data/query';
import { initials } from '../../ui/Avatar';
import { cx } from '../../ui/cx';

interface Props {
  readonly doctor: Pick<Doctor, 'id' | 'name' | 'photo' | 'active'>;
  readonly className?: string;
}

/** The doctor's face, or the initials where there is no photo. */
export function DoctorPhoto({ doctor, className }: Props) {
  const { id: doctorId, name, photo, active } = doctor;
  const kept = useCall('doctors.photo', photo === null ? null : { doctorId }).value;
  const src = photo === null || !kept ? null : `data:${kept.type};base64,${kept.data}`;
  return <Face src={src} name={name} isMuted={!active} className={className} />;
}

interface FaceProps {
  readonly src: string | null;
  readonly name: string;
  readonly isMuted?: boolean;
  readonly className?: string | undefined;
}

/** A photo, or initials in its place; beside a name, so it says nothing by itself. */
export function Face({ src, name, isMuted = false, className }: FaceProps) {
  const shape = cx('size-12 shrink-0 rounded-pill', className);
  if (src !== null) {
    return <img src={src} alt="" className={cx(shape, 'object-cover', isMuted && 'opacity-50 grayscale')} />;
  }
  return (
    <span
      aria-hidden="true"
      className={cx(
        shape,
        'flex items-center justify-center text-lead font-bold',
        isMuted ? 'bg-sunken text-ink-faint' : 'bg-accent-soft text-on-accent-soft',
      )}
    >
      {initials(name, 'en')}
    </span>
  );
}
