import { useEffect, useMemo } from 'react';
import type { Notice } from '../../../shared/model/call-list';
import type { DoctorId } from '../../../shared/model/ids';
import { subscribe } from '../api/client';
import { notices } from './deskMirrors';

/** One doctor's calls to make, those nobody has told yet first; kept fresh while shown. */
export function useNotices(doctorId: DoctorId): readonly Notice[] {
  useEffect(() => {
    notices.refresh();
    return subscribe(({ type }) => {
      if (type === 'noticesChanged' || type === 'dayChanged' || type === 'everythingChanged') {
        notices.refresh();
      }
    });
  }, []);
  const { value } = notices.use();
  return useMemo(() => {
    const own = (value ?? []).filter((notice) => notice.doctorId === doctorId);
    return own.sort((a, b) => Number(a.toldAt !== null) - Number(b.toldAt !== null) || a.at - b.at);
  }, [value, doctorId]);
}
