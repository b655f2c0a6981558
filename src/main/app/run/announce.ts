import type { AppEvent } from '../../../shared/contract';
import { isTokenEvent } from '../../../shared/model/event';
import type { BookChange, Commit } from '../../store/store';
import type { Environment } from '../environment';

/** After the commit: facts to every window, without personal data. */
export function announce({ publish }: Pick<Environment, 'publish'>, commit: Commit<unknown>): void {
  const { books, printJobs = [], notices = [], noticesDone = [], noticesBack = [], doctors = [] } = commit;
  for (const change of books) if (change.events.length > 0) publish(factsOf(change));
  for (const job of printJobs) publish({ type: 'printJobChanged', job });
  if (notices.length + noticesDone.length + noticesBack.length > 0) publish({ type: 'noticesChanged' });
  if (doctors.length > 0 || commit.settings !== undefined) publish({ type: 'everythingChanged' });
}

function factsOf({ book, events }: BookChange): AppEvent {
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
