import { join } from 'node:path';
import { fail, ok } from '../shared/result';
import type { Log } from './app/environment';
import type { PracticeClinic, PracticeDoor } from './app/outside/practice-door';
import { doorPin } from './app/people/door';
import { DATABASE } from './data-folder';
import { type DataWishes, fillPractice, type OpenedData } from './open-data';
import { emptyPracticeFolder } from './practice-folder';
import { setDatabaseAside } from './recovery/set-aside';
import { chooseNewClinic } from './store/sqlite/marker';
import { closeShownWindows, isShown, openScreen, type ShownScreen, shownScreens } from './windows/open';

interface Parts {
  /** The clinic's; practice has a folder of its own in it. */
  readonly folder: string;
  readonly windowed: boolean;
  readonly log: Log;
  readonly openData: (which: Pick<DataWishes, 'folder' | 'practice' | 'door'>) => Promise<OpenedData>;
  /** Other data are open now. */
  readonly opened: () => void;
  /** And their windows are there. */
  readonly changed: () => void;
  /** The clinic's data are closed, to go back to a copy of them. */
  readonly showCopies: () => void;
  /** The clinic's data cannot be opened any more. */
  readonly giveUp: (error: unknown) => void;
}

export interface Changeover {
  /** Undefined while others are being opened. */
  current(): OpenedData | undefined;
  isChanging(): boolean;
  readonly door: PracticeDoor;
  /** Opens the first data, and the start screen if it is not there yet. Throws what opening them throws. */
  begin(practice: boolean): Promise<void>;
  end(): Promise<void>;
}

const oneMoment = fail('UNAVAILABLE', 'The app is opening other data. One moment, please.');
const home: readonly ShownScreen[] = [{ screen: 'home', doctorId: null }];

/**
 * One app, one set of data at a time: the clinic's, or those of a practice day. Going over closes every window and the
 * data before the others are opened, so that nothing of the one can ever reach the other.
 */
export function createChangeover(parts: Parts): Changeover {
  const { folder, windowed, log, openData, opened, giveUp } = parts;
  const practiceFolder = join(folder, 'practice');
  let current: OpenedData | undefined;
  let changing = false;
  /** What was open of the clinic when practice began: it comes back with the clinic. */
  let left: readonly ShownScreen[] = home;

  const openClinic = (): Promise<OpenedData> => openData({ folder, practice: null, door });
  const openPractice = (clinic: PracticeClinic | null): Promise<OpenedData> =>
    openData({ folder: practiceFolder, practice: { clinic }, door });

  /** Everything is closed; `reopen` opens what comes then, and answers its windows. */
  async function goOver(reopen: () => Promise<readonly ShownScreen[]>): Promise<void> {
    try {
      const before = current;
      closeShownWindows();
      current = undefined;
      await before?.stop();
      const windows = await reopen();
      opened();
      for (const { screen, doctorId, at } of windows) openScreen(screen, doctorId, { windowed, at });
    } catch (error) {
      giveUp(error);
    } finally {
      changing = false;
    }
    parts.changed();
  }

  /** The window that shows the copies is there before it may be no change any more: none would be a wish to end. */
  async function closeForCopies(): Promise<void> {
    left = shownScreens();
    const before = current;
    closeShownWindows();
    current = undefined;
    await before?.stop().catch((error: unknown) => log.warn('the data were closed half', error));
    parts.showCopies();
    changing = false;
  }

  /** Once at a time, and the window that asked has its answer first. */
  function soon(reopen: () => Promise<readonly ShownScreen[]>): void {
    setImmediate(() => void goOver(reopen));
  }

  const door: PracticeDoor = {
    async enter() {
      const store = current?.store;
      if (changing || !store) return oneMoment;
      changing = true;
      const { timeZone, language } = (await store.settings()).clinic;
      try {
        // All of it before any window closes: where it cannot be done, the clinic goes on and is told so.
        await emptyPracticeFolder(practiceFolder);
        await fillPractice(practiceFolder, { timeZone, language }, await doorPin(store));
      } catch (error) {
        changing = false;
        log.error('the practice day could not be prepared', error);
        await emptyPracticeFolder(practiceFolder).catch(() => undefined);
        return fail('UNAVAILABLE', 'The practice day could not be prepared. Is the disk full?');
      }
      left = shownScreens();
      soon(async () => {
        try {
          current = await openPractice({ timeZone, language });
          return home;
        } catch (error) {
          log.error('the practice day could not be opened', error);
          current = await openClinic();
          return left;
        }
      });
      return ok({});
    },
    async leave() {
      if (changing) return oneMoment;
      changing = true;
      soon(async () => {
        current = await openClinic();
        return left;
      });
      return ok({});
    },
    async setAside() {
      if (changing) return oneMoment;
      changing = true;
      soon(async () => {
        try {
          const database = join(folder, DATABASE);
          log.info('the clinic’s data were put aside', setDatabaseAside(database, new Date()));
          chooseNewClinic(database);
        } catch (error) {
          log.error('the data could not be put aside', error);
        }
        current = await openClinic();
        return home;
      });
      return ok({});
    },
    async goBack() {
      if (changing) return oneMoment;
      changing = true;
      setImmediate(() => void closeForCopies());
      return ok({});
    },
  };

  return {
    current: () => current,
    isChanging: () => changing,
    door,
    async begin(practice) {
      if (practice) await emptyPracticeFolder(practiceFolder);
      current = practice ? await openPractice(null) : await openClinic();
      opened();
      // The start screen is there from the app's own start.
      const missing = (practice ? home : left).filter((one) => !isShown(one));
      for (const { screen, doctorId, at } of missing) openScreen(screen, doctorId, { windowed, at });
    },
    async end() {
      await current?.stop();
    },
  };
}
