import { useCallback, useEffect, useState } from 'react';
import type { RecoveryState } from '../../../../shared/contract/recovery';
import { askRecovery } from '../../api/recovery';

const LOOK_EVERY_MS = 700;

/** What main knows, asked for again and again: there are no events while the data are not open. */
export function useRecovery(): {
  readonly state: RecoveryState | null;
  readonly refresh: () => Promise<void>;
} {
  const [state, setState] = useState<RecoveryState | null>(null);
  const refresh = useCallback(async () => {
    const answer = await askRecovery('recovery.look', {});
    if (answer.ok) setState(answer.value);
  }, []);
  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  return { state, refresh };
}
