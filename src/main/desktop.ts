import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { StationKind } from '../shared/model/computer';
import type { DoctorId } from '../shared/model/ids';
import type { Screen } from '../shared/model/screen';
import type { Caller } from './app/access/caller';
import type { App } from './app/app';
import type { Environment, Log } from './app/environment';
import type { ComputerKeeper } from './app/outside/computer';
import type { WindowOpener } from './app/outside/windows';
import { whatDoorAsks } from './app/people/door';
import type { AppArguments } from './arguments';
import { askNetwork } from './ask-network';
import { beginAgain } from './begin-again';
import { createChangeover } from './changeover';
import { type OpenedData, openData, sqliteBinding } from './open-data';
import { createOwnUpdates } from './own-updates';
import { createSlipRenderer } from './print/slip-renderer';
import { findOtherReception } from './reception';
import { createRecovering } from './recovering';
import { followRecoveryFile, recoveryFolder } from './recovery-file';
import { startWithSystem } from './start-with-system';
import { writeDurably } from './store/sqlite/durable';
import { changeChoices, readChoices } from './this-computer';
import { showMenu } from './windows/menu';
import { boardMonitor } from './windows/monitors';
import { closeScreen, onNothingShown, openScreen } from './windows/open';
import { createOpenWindows } from './windows/open-windows';
import { openSlipWindow, slipUrl } from './windows/slip-window';
import { followStaffLanguage } from './windows/staff-language';
import { createStaying } from './windows/staying';

interface Parts {
  readonly wishes: AppArguments;
  readonly dataFolder: string;
  readonly logFolder: string;
  readonly pagesFolder: string;
  readonly programFolder: string;
  readonly log: Log;
  /** The app cannot go on. */
  readonly giveUp: (error: unknown) => void;
  /** From now on somebody answers the windows: the data, or the way back to them. */
  readonly ready: () => void;
}

/** The app behind its windows: one set of data at a time, or what can be done about data that cannot be opened. */
export interface Desktop {
  /** Opens the data. What cannot be opened is shown, or given up; nothing is thrown. */
  begin(): Promise<void>;
  /** Who answers windows now; undefined: other data are being opened. */
  current(): Pick<App, 'receive'> | undefined;
  readonly findVoice: Environment['voiceFiles']['find'];
  showHome(): void;
  /** The last window has closed: the app ends, unless others need it. */
  nothingOpen(): void;
  /** Finishes what runs and closes the data, also those that are still being opened. */
  end(): Promise<void>;
}

/** What the menu asks for comes from here. */
const startScreen: Caller = { role: 'staff', screen: 'home', doctorId: null };

export function createDesktop(parts: Parts): Desktop {
  const { wishes, dataFolder, logFolder, pagesFolder, programFolder, log, giveUp, ready } = parts;
  const { windowed } = wishes;
  const open: WindowOpener['open'] = (screen, doctorId, how = {}) =>
    openScreen(screen, doctorId, { ...how, windowed });
  const renderer = createSlipRenderer({ open: openSlipWindow, urlOf: slipUrl });
  onNothingShown(renderer.release);
  const data = createChangeover({
    folder: dataFolder,
    windowed,
    log,
    giveUp: (error) => recovering.meet(error),
    showCopies: () => recovering.show({ problem: 'asked', detail: '' }),
    openData: (which) =>
      openData({
        ...which,
        log,
        logFolder,
        startsAt: wishes.clock,
        clockSpeed: wishes.clockSpeed,
        open,
        computer,
        updates,
        pagesFolder,
        programFolder,
        renderer,
        changed: refreshMenu,
        servedChanged: () => staying.look(),
      }),
    changed: () => openWindows.come(),
    opened: () => {
      ready();
      refreshMenu();
    },
  });
  const choicesFile = join(dataFolder, 'computer.json');
  const choices = readChoices(choicesFile);
  const station = wishes.station ?? choices.station;
  const comesBack = wishes.afterCrash || choices.comesBack;
  const system = startWithSystem({
    platform: process.platform,
    env: process.env,
    app,
    command: ownCommand(wishes.station),
    write: writeDurably,
  });
  const openWindows = createOpenWindows({
    file: join(dataFolder, 'open-windows.json'),
    write: writeDurably,
    windowed,
    station,
    isClinics: () => data.current()?.isPractice === false && !data.isChanging(),
    changed: () => data.current()?.environment.publish({ type: 'computerChanged' }),
  });
  const computer: ComputerKeeper = {
    look() {
      const monitor = boardMonitor();
      const { width, height } = monitor?.bounds ?? { width: 0, height: 0 };
      const { station, comesBack, reception } = readChoices(choicesFile);
      return {
        station,
        comesBack,
        reception,
        ...(wishes.station && { station: wishes.station }),
        stationIsGiven: wishes.station !== undefined,
        startsWithSystem: system.isOn(),
        waiting: [...openWindows.waiting()],
        boardMonitor: monitor ? { label: monitor.label, width, height } : null,
      };
    },
    findReception: (address, ownPort) => findOtherReception(address, ownPort, askNetwork),
    change({ startsWithSystem, ...wish }) {
      const before = readChoices(choicesFile).reception;
      changeChoices(choicesFile, wish, writeDurably);
      if (wish.reception !== undefined && wish.reception !== before) beginAgain();
      if (startsWithSystem !== undefined) system.turn(startsWithSystem);
    },
  };
  const openFirst = async (): Promise<void> => {
    if (comesBack && !wishes.practice) openWindows.placeHome();
    await data.begin(wishes.practice);
    await letAdministratorIn(data.current());
    const environment = data.current()?.environment;
    if (environment && !wishes.practice) {
      const mayLock = (await whatDoorAsks(environment)) !== 'staff';
      openWindows.reopen({ afterCrash: wishes.afterCrash, comesBack, mayLock });
    }
    openWindows.keep();
  };
  const recovering = createRecovering({
    folder: dataFolder,
    nativeBinding: sqliteBinding(),
    log,
    begin: openFirst,
    giveUp,
  });
  const language = followStaffLanguage(() => {
    staying.look();
    refreshMenu();
  });
  const staying = createStaying({
    iconFile: join(programFolder, '../../resources/icon.png'),
    language,
    served: () => data.current()?.served() ?? { letsIn: false, devices: 0 },
    slipsLeft: async () => (await data.current()?.store.printJobsToPrint())?.length ?? 0,
    wasTold: () => readChoices(choicesFile).knowsItGoesOn,
    keepTold() {
      try {
        changeChoices(choicesFile, { knowsItGoesOn: true }, writeDurably);
      } catch (error) {
        log.warn('what was said could not be kept', error);
      }
    },
    openStart: () => open('home', null),
    openDesk: () => openFromMenu('desk', null),
  });
  const updates = createOwnUpdates({
    ...{ dataFolder, programFolder, log },
    // What the clinic goes by, also where the computer's is wrong.
    now: () => data.current()?.environment.clock.now() ?? Date.now(),
    changed: () => data.current()?.environment.publish({ type: 'updatesChanged' }),
    mayEnd: () => staying.mayEnd(),
  });
  let beginning: Promise<void> | undefined;

  /** As from the start screen: what may not be done, or needs a word first, is said there. */
  function openFromMenu(screen: Screen, doctorId: DoctorId | null): void {
    const wish = doctorId === null ? { screen } : { screen, doctorId };
    void data
      .current()
      ?.app.call('windows.open', wish, startScreen)
      .then(({ ok }) => {
        if (!ok) open('home', null);
      });
  }
  /** Where the clinic works with persons, whoever is on closes what stands in the waiting room. */
  function closeFromMenu(screen: Screen): void {
    void data
      .current()
      ?.app.call('persons.who', {}, startScreen)
      .then((who) =>
        who.ok && who.value.inUse && !who.value.person ? open('home', null) : closeScreen(screen),
      );
  }
  function refreshMenu(): void {
    void data
      .current()
      ?.store.doctors()
      .then((doctors) =>
        showMenu(
          language(),
          doctors,
          openFromMenu,
          closeFromMenu,
          {
            isOn: data.current()?.isPractice === true,
            ...data.door,
          },
          () => void staying.quit(),
        ),
      )
      .catch((error: unknown) => log.warn('the menu could not be made', error));
  }

  return {
    async begin() {
      beginning = openFirst().catch((error: unknown) => {
        ready();
        recovering.meet(error);
      });
      await beginning;
    },
    current: () => recovering.current() ?? data.current()?.app,
    findVoice: async (path, bundled) => (await data.current()?.findVoice(path, bundled)) ?? null,
    showHome: () => open('home', null),
    nothingOpen() {
      // There may be no window for a moment, and that is no wish to end.
      if (!data.isChanging() && !recovering.isRetrying()) staying.nothingOpen();
    },
    async end() {
      await beginning;
      await data.end();
    },
  };
}

/** What starts the app again: the file that was begun, of an AppImage not what it holds. */
function ownCommand(station: StationKind | undefined): readonly string[] {
  const program = process.env.APPIMAGE ?? process.execPath;
  const data = app.commandLine.getSwitchValue('user-data-dir');
  return [
    program,
    ...(app.isPackaged ? [] : [app.getAppPath()]),
    ...(data === '' ? [] : [`--user-data-dir=${data}`]),
    ...(station === undefined ? [] : [`--station=${station}`]),
  ];
}

/** Where an administrator of this computer has asked for it: the new PIN is on screen once, and nowhere else. */
async function letAdministratorIn(data: OpenedData | undefined): Promise<void> {
  if (!data || data.isPractice) return;
  const recovered = await followRecoveryFile(data.environment, recoveryFolder(app.getPath('exe')));
  if (!recovered) return;
  const { name, initials } = recovered.person;
  await dialog.showMessageBox({
    type: 'info',
    title: 'OPD Tokens',
    message: `The new PIN of ${name} (${initials}) is ${recovered.pin}`,
    detail:
      'It is shown this once. Please sign in with it, choose another PIN, and delete recover-people.txt.',
  });
}
