/** What the command line asked for. */
export interface AppArguments {
  /** Begin in a fresh practice day. */
  readonly practice: boolean;
  /** Kiosk in an ordinary window. */
  readonly windowed: boolean;
  /** Start with the clock at this instant (ms); never in a packaged app. */
  readonly clock: number | undefined;
}

/** Unknown switches are Chromium's, and left alone. */
export function parseArguments(argv: readonly string[], isPackaged: boolean): AppArguments {
  const clockText = argv.find((argument) => argument.startsWith('--clock='))?.slice('--clock='.length);
  const clock = clockText === undefined ? Number.NaN : Date.parse(clockText);
  return {
    practice: argv.includes('--demo'),
    windowed: argv.includes('--windowed'),
    clock: isPackaged || Number.isNaN(clock) ? undefined : clock,
  };
}
