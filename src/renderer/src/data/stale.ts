import type { AppEvent, CallInput, CallName } from '../../../shared/contract';
import type { BoardView } from '../../../shared/model/board';
import type { BookView } from '../../../shared/model/book-view';
import { type Held, isNews } from './held';

/** What makes an answer stale: an event, or time alone, since slots begin and waits grow without any event. */
type Cause = Exclude<AppEvent['type'], 'dayChanged' | 'everythingChanged' | 'heartbeat'> | 'time';

/**
 * Each query that is kept fresh, and which causes make it stale. `dayChanged` and `everythingChanged` do it to all; a
 * change of one book only to what is of that book (`isOfChange`).
 */
export const staleAfter = {
  'app.status': ['time'],
  'doctors.summaries': ['bookChanged', 'time'],
  'books.view': ['bookChanged', 'time'],
  'books.closePreview': ['bookChanged', 'time'],
  'changes.recent': ['bookChanged', 'time'],
  'tokens.find': ['bookChanged'],
  'callList.view': ['callListChanged', 'time'],
  'printers.status': ['printJobChanged', 'printersChanged', 'time'],
  'slips.jobs': ['printJobChanged', 'printersChanged', 'time'],
  // The event tells what became of the slip.
  'slips.job': [],
  'settings.read': [],
  'reasons.list': [],
  'doctors.list': [],
  'doctors.photo': [],
  'doctors.week': ['bookChanged', 'time'],
  'closures.list': [],
  'updates.status': ['updatesChanged'],
  'kiosk.pin': ['personsChanged'],
  'kiosk.door': ['personsChanged'],
  'persons.who': ['personsChanged'],
  'persons.names': ['personsChanged'],
  'persons.list': ['personsChanged'],
  'roles.list': ['personsChanged'],
  'stations.list': ['personsChanged', 'time'],
  'audit.reasons': ['bookChanged'],
  'rules.versions': [],
  // Of four weeks: whoever opens the page sees it as it is then.
  'rules.needs': [],
  'trial.state': ['trialChanged'],
  // Of days gone by mostly: whoever opens one sees it as it is then.
  'reports.read': [],
  'reports.tokens': [],
  'reports.views': [],
  'reports.summaries': ['time'],
  // Of days that are over.
  'advisor.suggest': [],
  'backups.status': ['backupsChanged', 'printersChanged', 'time'],
  'backups.list': ['printersChanged'],
  // Whom it would reach depends on who waits.
  'rules.impact': ['bookChanged', 'time'],
  'privacy.find': ['bookChanged'],
  'privacy.visits': [],
  'patients.alsoWith': ['bookChanged', 'patientChanged'],
  'patients.followUp': ['bookChanged', 'patientChanged'],
  'patients.page': ['patientChanged', 'bookChanged'],
  'payments.ofToken': ['paymentsChanged', 'bookChanged'],
  'payments.unpaid': ['paymentsChanged', 'bookChanged'],
  'payments.day': ['paymentsChanged'],
  'computer.read': ['computerChanged'],
  'folders.list': [],
  'slips.sample': [],
  'tokens.history': ['bookChanged'],
  'books.summary': ['bookChanged'],
  'devices.list': ['devicesChanged', 'time'],
  'devices.network': ['devicesChanged', 'time'],
  'phones.state': ['devicesChanged', 'time'],
  'live.view': ['bookChanged', 'printersChanged', 'time'],
  'live.alarms': ['alarmsChanged'],
  // And at the beat of main's heart, once it is old.
  'board.view': ['bookChanged'],
} as const satisfies Partial<Record<CallName, readonly Cause[]>>;

/** What can be asked with `useCall`: what the table knows. */
export type QueryName = keyof typeof staleAfter;

export function isQueryName(name: unknown): name is QueryName {
  return typeof name === 'string' && Object.hasOwn(staleAfter, name);
}

/** A photo is asked for by its name, and another one has another: what came once is never asked for again. */
export function isKeptForGood(name: QueryName, held: Held<unknown> | undefined): boolean {
  return name === 'doctors.photo' && held?.value !== undefined && held.value !== null;
}

/** Whether time alone makes it stale. */
export function isStaleInTime(name: QueryName): boolean {
  return causesOf(name).includes('time');
}

type BookChanged = Extract<AppEvent, { type: 'bookChanged' }>;

/** Of these, a change of a book concerns only what was asked of that book, that doctor or that token. */
const isOfChange: {
  readonly [N in QueryName]?: (event: BookChanged, input: CallInput<N>, held: unknown) => boolean;
} = {
  'books.view': (event, { doctorId, serviceDay = event.serviceDay }, held) =>
    isOfBook(event, { doctorId, serviceDay }) && isNews(held as BookView | undefined, event),
  'books.closePreview': isOfBook,
  'books.summary': isOfBook,
  'doctors.week': isOfBook,
  // Whatever day the visits are of.
  'patients.followUp': (event, { doctorId }) => event.doctorId === doctorId,
  // A slot that changed may be the one that a line names.
  'tokens.history': ({ facts }, input) =>
    facts.some(({ tokenId }) => tokenId === null || tokenId === input.tokenId),
};

/** Without a day it is today's, without a doctor everybody's. */
function isOfBook(event: BookChanged, asked: CallInput<'books.closePreview'>): boolean {
  const { doctorId = event.doctorId, serviceDay = event.serviceDay } = asked;
  return doctorId === event.doctorId && serviceDay === event.serviceDay;
}

/**
 * Whether an event makes an answer stale. A book is stale if the event is of that book, and news.
 * @param held what is held of it since everything changed last
 */
export function isStaleAfter(
  event: AppEvent,
  name: QueryName,
  input: unknown,
  held: Held<unknown> | undefined,
): boolean {
  if (event.type === 'heartbeat') return name === 'board.view' && isOldBoard(held, event.now);
  if (event.type === 'dayChanged' || event.type === 'everythingChanged') return true;
  if (!causesOf(name).includes(event.type)) return false;
  const isMeant = event.type === 'bookChanged' ? isOfChange[name] : undefined;
  return isMeant === undefined || isMeant(event as BookChanged, input as never, held?.value);
}

/** The waiting room must not wait longer than this for a slot to begin or a wait to grow, nor after a silence. */
const OLD_BOARD_MS = 15_000;

function isOldBoard(held: Held<unknown> | undefined, now: number): boolean {
  const view = held?.value as BoardView | undefined;
  return view === undefined || held?.error !== undefined || now - view.now >= OLD_BOARD_MS;
}

function causesOf(name: QueryName): readonly Cause[] {
  return staleAfter[name];
}
