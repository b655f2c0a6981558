import { create } from 'zustand';
import type { AppStatus } from '../../../shared/model/app-status';
import { call } from '../api/client';
import { clinicNow, readClockBy } from './clock';
import { createRefresher } from './refresher';

type Connection = 'connecting' | 'live' | 'lost';

interface AppState {
  readonly status: AppStatus | null;
  /** Whether the main process answered the last time it was asked. */
  readonly connection: Connection;
  /** When the connection was lost, by the clinic's clock; null: it is not. */
  readonly lostAt: number | null;
  /** The clinic's clock minus this computer's, in ms: a demo clock may be shifted. */
  readonly clockOffset: number;
  /** In training the clock stands still, here; null: it ticks. */
  readonly stillAt: number | null;
}

export const useApp = create<AppState>(() => ({
  status: null,
  connection: 'connecting',
  lostAt: null,
  clockOffset: 0,
  stillAt: null,
}));

/** Nothing is heard any more: from now on what is shown is old. */
export function loseConnection(): void {
  useApp.setState(({ lostAt }) => ({ connection: 'lost', lostAt: lostAt ?? clinicNow() }));
}

/** Takes over the clinic's clock as the main process tells it. */
export function setClock(now: number): void {
  useApp.setState({ clockOffset: now - Date.now() });
}

readClockBy(() => {
  const { clockOffset, stillAt } = useApp.getState();
  return stillAt ?? Date.now() + clockOffset;
});

/** The clinic's time zone. */
export function useTimeZone(): string {
  return useApp(timeZoneOf);
}

/** The same outside of components. */
export function timeZoneNow(): string {
  return timeZoneOf(useApp.getState());
}

function timeZoneOf({ status }: AppState): string {
  return status?.timeZone ?? 'UTC';
}

export const statusMirror = createRefresher(async () => {
  const answer = await call('app.status', {});
  if (!answer.ok) {
    loseConnection();
    return false;
  }
  setClock(answer.value.now);
  const stillAt = answer.value.training ? answer.value.now : null;
  useApp.setState({ status: answer.value, stillAt, connection: 'live', lostAt: null });
  return true;
});
