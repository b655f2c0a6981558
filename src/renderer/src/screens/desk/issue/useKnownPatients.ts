import { useEffect, useState } from 'react';
import type { KnownPatient } from '../../../../../shared/model/known-patient';
import { call } from '../../../api/client';
import { digitCount } from './check';

/** Fewer digits than these say nothing. */
const FEWEST_DIGITS = 4;
const nobody: readonly KnownPatient[] = [];

interface Known {
  readonly patients: readonly KnownPatient[];
  /** Asked and not answered yet: Enter must wait for it. */
  readonly asking: boolean;
}

/** Who was here before on this phone, or on one that starts like it. Asked with each digit: it is a look into a file. */
export function useKnownPatients(phone: string): Known {
  const wanted = digitCount(phone) >= FEWEST_DIGITS ? phone : null;
  const [known, setKnown] = useState<{ of: string; patients: readonly KnownPatient[] }>({
    of: '',
    patients: nobody,
  });

  useEffect(() => {
    if (wanted === null) return;
    let current = true;
    void call('patients.known', { contact: wanted }).then((answer) => {
      if (current) setKnown({ of: wanted, patients: answer.ok ? answer.value : nobody });
    });
    return () => {
      current = false;
    };
  }, [wanted]);

  if (wanted === null) return { patients: nobody, asking: false };
  return known.of === wanted
    ? { patients: known.patients, asking: false }
    : { patients: nobody, asking: true };
}
