import type { PersonId } from '../../../shared/model/ids';
import type { Person, PersonRole, StationId } from '../../../shared/model/person';
import type { Instant } from '../../../shared/model/time';
import type { Caller } from './caller';

/** Somebody at a station. */
export interface Session {
  readonly personId: PersonId;
  readonly since: Instant;
  /** When a key was last pressed there: by the time this process has lived, and by the clock. */
  readonly stirredAt: number;
  readonly shownAt: Instant;
  /** Covered: nothing is answered there until the PIN is typed again. */
  readonly locked: boolean;
}

/** Persons and the clinic's own roles, as they are kept. */
export interface Roster {
  readonly persons: readonly Person[];
  readonly roles: readonly PersonRole[];
}

/** Who is on where. In memory only: after a restart everybody types the PIN again. */
export interface Sessions {
  at(station: StationId): Session | undefined;
  all(): readonly (readonly [StationId, Session])[];
  begin(station: StationId, session: Omit<Session, 'locked'>): void;
  /** Changes what is given, of a session that is there. */
  change(station: StationId, change: Partial<Pick<Session, 'stirredAt' | 'shownAt' | 'locked'>>): void;
  end(station: StationId): void;
  /** As it was last read or saved: for those who cannot wait for the store. */
  roster: Roster;
}

export function createSessions(): Sessions {
  const sessions = new Map<StationId, Session>();
  return {
    at: (station) => sessions.get(station),
    all: () => [...sessions],
    begin: (station, session) => void sessions.set(station, { ...session, locked: false }),
    change(station, change) {
      const session = sessions.get(station);
      if (session) sessions.set(station, { ...session, ...change });
    },
    end: (station) => void sessions.delete(station),
    roster: { persons: [], roles: [] },
  };
}

/** All staff windows of one computer are one station. */
export function stationOf({ device }: Pick<Caller, 'device'>): StationId {
  return device?.id ?? 'here';
}
