import type { CallListLine } from '../../shared/model/call-list';
import type { Device } from '../../shared/model/device';
import type { Kept } from './kept';
import type { Change } from './transact';

/** What was changed and is saved: what a transaction wrote, or a method that writes by itself. */
export interface Committed extends Partial<Omit<Change<unknown>, 'answer'>> {
  /** Somebody was told, or was not after all. */
  readonly callsTicked?: readonly CallListLine[];
  /** New, renamed or shut out. That one was seen is no news. */
  readonly devices?: readonly Device[];
}

export interface Commits {
  /** See `Store.onCommit`. */
  onCommit(listen: (committed: Committed) => void, failed: (error: unknown) => void): () => void;
  /** Tells everybody, unless nothing was changed. Never throws. */
  tell(committed: Committed): void;
}

/** Who hears of what was committed in this process. */
export function createCommits(): Commits {
  const listeners = new Set<Parameters<Commits['onCommit']>>();
  return {
    onCommit(...listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(committed) {
      const changed = withoutIdle(committed);
      if (Object.keys(changed).length === 0) return;
      for (const [listen, failed] of listeners) {
        try {
          listen(changed);
        } catch (error) {
          failed(error);
        }
      }
    },
  };
}

/** Only what is something: neither empty lists nor books to which nothing happened. */
function withoutIdle(committed: Committed): Committed {
  const { books = [], printJobs, doctors, callList, callsSettled, callsBack, makers, settings } = committed;
  const {
    payments,
    drawerCounts,
    callsTicked,
    devices,
    plan,
    settingsVersions,
    persons,
    personRoles,
    personRolesGone,
  } = committed;
  const changed = {
    books: books.filter(({ events }) => events.length > 0),
    ...{
      printJobs,
      doctors,
      plan,
      callList,
      callsSettled,
      callsBack,
      makers,
      settings,
      settingsVersions,
      callsTicked,
      devices,
    },
    ...{ payments, drawerCounts, persons, personRoles, personRolesGone },
    ...{ patients: committed.patients, erased: committed.erased },
  };
  const something = ([, value]: [string, unknown]): boolean =>
    Array.isArray(value) ? value.length > 0 : value !== undefined;
  return Object.fromEntries(Object.entries(changed).filter(something));
}

/** The same methods; those that write by themselves tell what they wrote. */
export function telling(kept: Kept, tell: Commits['tell']): Kept {
  return {
    ...kept,
    tickCallListLine(id, toldAt) {
      const isKnown = kept.tickCallListLine(id, toldAt);
      const line = kept.callListLine(id);
      if (line) tell({ callsTicked: [line] });
      return isKnown;
    },
    saveDoctor(doctor, schedule) {
      kept.saveDoctor(doctor, schedule);
      tell({ doctors: [{ doctor, schedule }] });
    },
    saveSettings(settings) {
      kept.saveSettings(settings);
      tell({ settings });
    },
    addDevice(device, secretHash) {
      kept.addDevice(device, secretHash);
      tell({ devices: [device] });
    },
    changeDevice(id, change) {
      const device = kept.changeDevice(id, change);
      const { name, shows, revokedAt } = change;
      const isNews = name !== undefined || shows !== undefined || revokedAt !== undefined;
      if (device && isNews) tell({ devices: [device] });
      return device;
    },
  };
}
