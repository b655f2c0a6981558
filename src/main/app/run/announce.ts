import type { AppEvent } from '../../../shared/contract';
import { isTokenEvent } from '../../../shared/model/event';
import type { BookChange, Committed } from '../../store/store';
import type { Environment } from '../environment';

/**
 * Tells every window what is saved, whoever asked for it. Once for all data that are open, by who wires the rooms
 * together. Returns how to stop.
 */
export function announceCommits({
  store,
  publish,
  log,
}: Pick<Environment, 'store' | 'publish' | 'log'>): () => void {
  const failed = (error: unknown): void => log.error('done, but not all that follows', 'telling', error);
  return store.onCommit((committed) => {
    for (const event of factsOf(committed)) {
      // Whoever cannot be told one thing is told the others.
      try {
        publish(event);
      } catch (error) {
        failed(error);
      }
    }
  }, failed);
}

/** Facts without personal data, but for the slip that changed. */
function factsOf(committed: Committed): AppEvent[] {
  const {
    books = [],
    printJobs = [],
    doctors = [],
    plan,
    settings,
    settingsVersions = [],
    devices = [],
    patients = [],
    erased,
  } = committed;
  const { payments = [], drawerCounts = [] } = committed;
  const { persons = [], personRoles = [], personRolesGone = [] } = committed;
  const { callList = [], callsSettled = [], callsBack = [], callsTicked = [] } = committed;
  const lists = [callList, callsSettled, callsBack, callsTicked];
  const isOfAll =
    doctors.length > 0 ||
    erased !== undefined ||
    plan !== undefined ||
    settings !== undefined ||
    settingsVersions.length > 0;
  return [
    ...books.map(ofBook),
    ...printJobs.map((job) => ({ type: 'printJobChanged', job }) as const),
    ...(lists.some(({ length }) => length > 0) ? [{ type: 'callListChanged' } as const] : []),
    // With a new token comes a new patient, whom nobody has looked at yet.
    ...(patients.length > 0 && books.length === 0 ? [{ type: 'patientChanged' } as const] : []),
    ...(payments.length + drawerCounts.length > 0 ? [{ type: 'paymentsChanged' } as const] : []),
    ...(devices.length > 0 ? [{ type: 'devicesChanged' } as const] : []),
    ...(persons.length + personRoles.length + personRolesGone.length > 0
      ? [{ type: 'personsChanged' } as const]
      : []),
    ...(isOfAll ? [{ type: 'everythingChanged' } as const] : []),
  ];
}

function ofBook({ book, events }: BookChange): AppEvent {
  return {
    type: 'bookChanged',
    doctorId: book.doctorId,
    serviceDay: book.serviceDay,
    revision: book.revision,
    facts: events.map((event) => ({
      type: event.type,
      tokenId: isTokenEvent(event) ? event.after.id : null,
      number: isTokenEvent(event) ? event.after.number : null,
    })),
  };
}
