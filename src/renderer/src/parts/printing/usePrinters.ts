import { useCallback, useEffect, useState } from 'react';
import type { SystemPrinter } from '../../../../shared/model/print-job';
import { call } from '../../api/client';

export interface PrinterList {
  /** null: not asked yet. */
  readonly found: readonly SystemPrinter[] | null;
  /** Looks again: a printer may have been plugged in. */
  look(): void;
}

/** The printers that the system knows. */
export function usePrinters(): PrinterList {
  const [found, setFound] = useState<readonly SystemPrinter[] | null>(null);
  const look = useCallback(() => {
    setFound(null);
    void call('printers.list', {}).then((answer) => setFound(answer.ok ? answer.value : []));
  }, []);
  useEffect(look, [look]);
  return { found, look };
}
