import type { StationKind } from '../shared/model/computer';

/** What the command line asked for. */
export interface AppArguments {
  /** Begin in a fresh practice day. */
  readonly practice: boolean;
  /** What this computer is for; undefined: as chosen in the settings. */
  readonly station: StationKind | undefined;
  /** Where the computer is that keeps the clinic's data; `none`: here, whatever is chosen; undefined: as chosen. */
  readonly reception: string | 'none' | undefined;
  /** Kiosk in an ordinary window. */
  readonly windowed: boolean;
  /** Begin again by itself when it crashes; always so in a packaged app. */
  readonly guarded: boolean;
  /** It crashed: the windows that were open come back. */
  readonly afterCrash: boolean;
  /** Only enter the app among what starts when somebody signs in: how the installer asks for it. */
  readonly startWithSystem: boolean;
  /** Start with the clock at this instant (ms); never in a packaged app. */
  readonly clock: number | undefined;
  /** From then on the clock runs so many times as fast, for weeks that are lived in an hour; never in a packaged app. */
  readonly clockSpeed: number;
}

// Of its own: the first window does not wait for what knows the model.
const stationKinds: readonly StationKind[] = ['reception', 'doctor', 'kiosk', 'board'];

/** Unknown switches are Chromium's, and left alone. */
export function parseArguments(argv: readonly string[], isPackaged: boolean): AppArguments {
  const given = (name: string): string | undefined =>
    argv.find((argument) => argument.startsWith(`${name}=`))?.slice(name.length + 1);
  const clock = Date.parse(given('--clock') ?? '');
  const speed = Number(given('--clock-speed') ?? 1);
  return {
    practice: argv.includes('--demo'),
    station: stationKinds.find((kind) => kind === given('--station')),
    reception: given('--reception'),
    windowed: argv.includes('--windowed'),
    guarded: isPackaged || argv.includes('--guarded'),
    afterCrash: argv.includes('--after-crash'),
    startWithSystem: argv.includes('--start-with-system'),
    clock: isPackaged || Number.isNaN(clock) ? undefined : clock,
    clockSpeed: isPackaged || !(speed >= 1) ? 1 : speed,
  };
}
