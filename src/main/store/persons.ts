import type { PersonId } from '../../shared/model/ids';
import type { Person, PersonRole, PersonRoleId } from '../../shared/model/person';
import type { Instant } from '../../shared/model/time';

/** Who works here, and what the clinic's own roles allow. */
export interface PersonStore {
  /** All there ever were, those who work here first, by name; and the roles the clinic made, by name. */
  people(): People;
  /** The hash of somebody's PIN. */
  pinHash(id: PersonId): string | undefined;
}

export interface People {
  readonly persons: readonly Person[];
  readonly roles: readonly PersonRole[];
}

/** Somebody new or changed; the hash of a new PIN, or missing: it stays. */
export interface SavedPerson {
  readonly person: Person;
  readonly pinHash?: string | undefined;
}

/** What is written of persons, in a transaction. */
export interface PersonWriter {
  savePerson(saved: SavedPerson): void;
  saveRole(role: PersonRole): void;
  removeRole(id: PersonRoleId): void;
}

/** Wrong PINs in a row, somewhere or of somebody. */
export interface PinTries {
  readonly wrong: number;
  /** Null: the next one may be tried at once. */
  readonly pausedUntil: Instant | null;
  /** How long that pause was when it began, ms. */
  readonly pauseMs: number;
}

export interface PinTryStore {
  pinTries(key: string): PinTries | undefined;
  /** Null: there were none, or the last one was right. */
  savePinTries(key: string, tries: PinTries | null): void;
}
