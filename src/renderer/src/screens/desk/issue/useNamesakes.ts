import { useEffect, useState } from 'react';
import type { FoundPatientRow } from '../../../../../shared/model/patient-page';
import { call } from '../../../api/client';
import { mayNow } from '../../../stores/allowed';

const nobody: readonly FoundPatientRow[] = [];

/** Who has such a name in the register; null: nobody is asked for. */
export function useNamesakes(name: string | null): readonly FoundPatientRow[] {
  const [found, setFound] = useState({ of: '', rows: nobody });
  useEffect(() => {
    if (name === null || !mayNow('patients.find')) return;
    let current = true;
    void call('patients.find', { query: name }).then((answer) => {
      if (current) setFound({ of: name, rows: answer.ok ? answer.value : nobody });
    });
    return () => {
      current = false;
    };
  }, [name]);
  return found.of === name ? found.rows : nobody;
}
